package io.skyholm.compute.templateversion;

import io.skyholm.compute.template.Templates;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What can be done with the versions of templates: they are made and looked at, and never changed. */
@ApplicationScoped
class Versions {

    private final Commands commands;
    private final Templates templates;
    private final VersionStore store;
    private final VersionSnapshots snapshots;

    Versions(Commands commands, Templates templates, VersionStore store, VersionSnapshots snapshots) {
        this.commands = commands;
        this.templates = templates;
        this.store = store;
        this.snapshots = snapshots;
    }

    Uni<VersionView> create(Call call, UUID id, FreezeVersion command) {
        return commands.changeOnce(call, new OfTemplate(id, command), VersionView.class, work -> templates
                        .renumber(call, work, id, command.versionNumber())
                        .chain(template -> snapshots.freeze(
                                work,
                                template,
                                command.changelog(),
                                call.caller().id()))
                        .map(VersionView::of))
                .onFailure()
                .transform(VersionProblems::explain);
    }

    /** Who sees the template sees its versions. */
    Uni<VersionView> get(Call call, UUID template, UUID id) {
        return templates
                .get(call, template)
                .chain(() -> store.find(call.caller(), template, id))
                .map(found -> found.orElseThrow(VersionProblems::notFound));
    }

    Uni<Page<VersionView>> list(Call call, UUID template, ListPart page) {
        return templates.get(call, template).chain(() -> store.list(call.caller(), template, page));
    }

    /** Which template it is belongs to what is asked for. */
    private record OfTemplate(UUID template, FreezeVersion command) {}
}
