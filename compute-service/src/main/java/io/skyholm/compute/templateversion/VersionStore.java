package io.skyholm.compute.templateversion;

import io.quarkus.runtime.Startup;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.ViewFactory;
import io.skyholm.runtime.page.Views;
import io.skyholm.runtime.record.Select;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Finds the versions of a template. */
@Startup
@Singleton
class VersionStore {

    private final Views<VersionView> views;

    VersionStore(ViewFactory views) {
        this.views = views.of(Select.of(VersionView.class, "template_version"));
    }

    Uni<Optional<VersionView>> find(Caller caller, UUID template, UUID id) {
        return views.find(caller.scope(), "template_id = $1 and id = $2", template, id);
    }

    Uni<Page<VersionView>> list(Caller caller, UUID template, ListPart page) {
        return views.page(caller.scope(), views.query().where("template_id = ?", template), page);
    }
}
