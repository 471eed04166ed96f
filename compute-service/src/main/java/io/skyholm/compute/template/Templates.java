package io.skyholm.compute.template;

import static io.skyholm.deletion.DeletionStage.SETTINGS;

import io.quarkus.runtime.Startup;
import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.OwnedAggregates;
import io.skyholm.events.compute.TemplateEvents;
import io.skyholm.events.compute.TemplateFact;
import io.skyholm.events.compute.TemplateStatus;
import io.skyholm.events.compute.TemplateVisibility;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.aggregate.Owners;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.group.GroupVisibility;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;
import org.jspecify.annotations.Nullable;

/** What can be done with templates. */
@Startup
@ApplicationScoped
public class Templates {

    private final Commands commands;
    private final TemplateStore store;
    private final Aggregate<Template, TemplateView, TemplateFact> templates;
    private final TemplateVersions versions;
    private final Owners owners;

    Templates(Commands commands, TemplateStore store, Aggregates aggregates, TemplateVersions versions, Owners owners) {
        this.commands = commands;
        this.store = store;
        this.templates = aggregates
                .of("template", Template.class, TemplateView.class, TemplateEvents.TYPES)
                .counted(CountedKind.TEMPLATES)
                .explaining(TemplateProblems.CONFLICTS);
        this.versions = versions;
        this.owners = owners;
    }

    Uni<TemplateView> create(Call call, CreateTemplate command) {
        Caller caller = call.caller();
        UUID tenantId = Owners.ofShared(call, command.tenantId());
        Template template = new Template(tenantId, command, caller.id(), templates.created(call));
        template.check();
        checkPublic(caller, command.visibility());
        return commands.changeOnce(call, command, TemplateView.class, work -> owners.check(call, work, tenantId)
                .chain(() -> checkGroup(call, work, template))
                .chain(() -> templates.insert(work, TemplateEvents.CREATED, template))
                .call(view -> versions.first(work, view, caller.id())));
    }

    private static void checkPublic(Caller caller, @Nullable TemplateVisibility wanted) {
        if (wanted == TemplateVisibility.PUBLIC && !caller.ofPlatform()) {
            throw TemplateProblems.publicIsThePlatforms();
        }
    }

    private static Uni<Void> checkGroup(Call call, Work work, Template template) {
        return GroupVisibility.check(call.caller(), work, template.userGroupId, template.tenantId);
    }

    Uni<TemplateView> change(Call call, UUID id, ChangeTemplate command) {
        if (command.status() == TemplateStatus.DELETED) {
            throw TemplateProblems.deleteToDelete();
        }
        checkPublic(call.caller(), command.visibility());
        return commands.change(call, work -> held(call, work, id)
                .invoke(command::applyTo)
                .invoke(Template::check)
                .call(template ->
                        command.userGroupId() == null ? Uni.createFrom().voidItem() : checkGroup(call, work, template))
                .chain(template -> templates.save(call, work, TemplateEvents.CHANGED, template)));
    }

    Uni<TemplateView> delete(Call call, UUID id) {
        return commands.change(call, work -> held(call, work, id)
                .invoke(Template::delete)
                .chain(template -> templates.delete(call, work, TemplateEvents.DELETED, template)));
    }

    /** They go with their tenant. */
    @Produces
    @Singleton
    DataHolder ofDeletedTenant() {
        return OwnedAggregates.ofTenant(SETTINGS, "templates", templates, TemplateEvents.DELETED)
                .changing(Template::delete);
    }

    /** Gives a template that the caller may change the number of its next version; it is held until the transaction ends. */
    public Uni<TemplateView> renumber(Call call, Work work, UUID id, String version) {
        return held(call, work, id).chain(template -> {
            template.version = version;
            return templates.save(call, work, TemplateEvents.CHANGED, template);
        });
    }

    /** A template that the caller may use. */
    public Uni<Optional<TemplateView>> find(Caller caller, UUID id) {
        return store.find(caller, id);
    }

    /** As they see it; fails with a problem where they may not. */
    public Uni<TemplateView> get(Call call, UUID id) {
        return store.find(call.caller(), id).map(found -> found.orElseThrow(TemplateProblems::notFound));
    }

    Uni<Page<TemplateView>> list(Call call, TemplateFilter filter, ListPart page) {
        return store.list(call.caller(), filter, page);
    }

    /** A template that the caller may change, held until the transaction ends: the platform's public ones are seen only. */
    private static Uni<Template> held(Call call, Work work, UUID id) {
        String visible = "select id from template where id = $1 and deleted_at is null and "
                + TemplateStore.SEEN.seenBy(call.caller(), 2) + " for update";
        return work.query(visible, id, call.caller().id())
                .chain(found -> {
                    if (!found.hasNext()) {
                        throw TemplateProblems.notFound();
                    }
                    return work.session().get(Template.class, id, LockMode.PESSIMISTIC_WRITE);
                })
                .invoke(template -> call.requireMatch(template.revision.generation()));
    }
}
