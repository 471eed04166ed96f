package io.skyholm.compute.template;

import io.quarkus.runtime.Startup;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.group.GroupVisibility;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.ViewFactory;
import io.skyholm.runtime.page.Views;
import io.skyholm.runtime.record.Select;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Finds the templates that somebody may use. */
@Startup
@Singleton
class TemplateStore {

    static final GroupVisibility SEEN = new GroupVisibility(ResourceType.TEMPLATE);

    private final Views<TemplateView> views;

    TemplateStore(ViewFactory views) {
        this.views = views.of(Select.of(TemplateView.class, "template"));
    }

    Uni<Optional<TemplateView>> find(Caller caller, UUID id) {
        return views.find(caller.scope(), "id = $1 and " + SEEN.seenBy(caller, 2), id, caller.id());
    }

    Uni<Page<TemplateView>> list(Caller caller, TemplateFilter filter, ListPart page) {
        return views.page(caller.scope(), SEEN.seenBy(caller, views.query()).matching(filter), page);
    }
}
