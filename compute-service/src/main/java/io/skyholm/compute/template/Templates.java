package io.skyholm.compute.template;

import io.skyholm.events.EventType;
import io.skyholm.events.compute.TemplateEvents;
import io.skyholm.events.compute.TemplateFact;
import io.skyholm.events.compute.TemplateStatus;
import io.skyholm.events.compute.TemplateVisibility;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.aggregate.Owners;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.runtime.time.CalendarClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;
import org.jspecify.annotations.Nullable;

/** What can be done with templates. */
@ApplicationScoped
public class Templates {

    private static final String GROUP =
            "select 1 from template_group where id = $1 and tenant_id is not distinct from $2 and not deleted";

    private final Commands commands;
    private final TemplateStore store;
    private final TemplatePublisher publisher;
    private final TemplateVersions versions;
    private final Owners owners;
    private final CalendarClock clock;

    Templates(
            Commands commands,
            TemplateStore store,
            TemplatePublisher publisher,
            TemplateVersions versions,
            Owners owners,
            CalendarClock clock) {
        this.clock = clock;
        this.commands = commands;
        this.store = store;
        this.publisher = publisher;
        this.versions = versions;
        this.owners = owners;
    }

    Uni<TemplateView> create(Call call, CreateTemplate command) {
        Caller caller = call.caller();
        UUID tenantId = owners.ofShared(call, command.tenantId());
        Template template = new Template(Ids.next(), tenantId, command, caller.id(), clock.instant());
        template.check();
        checkPublic(caller, command.visibility());
        return commands.changeOnce(call, command, TemplateView.class, work -> owners.check(call, work, tenantId)
                        .chain(() -> checkGroup(work, template))
                        .chain(() -> work.insert(template))
                        .chain(() -> created(work, template, caller.id())))
                .onFailure()
                .transform(TemplateProblems::explain);
    }

    private Uni<TemplateView> created(Work work, Template template, UUID by) {
        publisher.publish(work, TemplateEvents.CREATED, template);
        TemplateView view = TemplateView.of(template);
        return versions.first(work, view, by).replaceWith(view);
    }

    private static void checkPublic(Caller caller, @Nullable TemplateVisibility wanted) {
        if (wanted == TemplateVisibility.PUBLIC && !caller.ofPlatform()) {
            throw TemplateProblems.publicIsThePlatforms();
        }
    }

    private static Uni<Void> checkGroup(Work work, Template template) {
        return template.userGroupId == null
                ? Uni.createFrom().voidItem()
                : work.query(GROUP, template.userGroupId, template.tenantId)
                        .invoke(found -> {
                            if (!found.hasNext()) {
                                throw TemplateProblems.groupNotFound();
                            }
                        })
                        .replaceWithVoid();
    }

    Uni<TemplateView> change(Call call, UUID id, ChangeTemplate command) {
        if (command.status() == TemplateStatus.DELETED) {
            throw TemplateProblems.deleteToDelete();
        }
        checkPublic(call.caller(), command.visibility());
        return commands.change(call, work -> held(call, work, id)
                        .invoke(command::applyTo)
                        .invoke(Template::check)
                        .call(template -> command.userGroupId() == null
                                ? Uni.createFrom().voidItem()
                                : checkGroup(work, template))
                        .chain(template -> save(call, work, template, TemplateEvents.CHANGED)))
                .onFailure()
                .transform(TemplateProblems::explain);
    }

    Uni<TemplateView> delete(Call call, UUID id) {
        return commands.change(call, work -> held(call, work, id).chain(template -> {
            template.delete(call.caller().id(), work.now());
            return write(work, template, TemplateEvents.DELETED);
        }));
    }

    /** Gives a template that the caller may change the number of its next version; it is held until the transaction ends. */
    public Uni<TemplateView> renumber(Call call, Work work, UUID id, String version) {
        return held(call, work, id).chain(template -> {
            template.version = version;
            return save(call, work, template, TemplateEvents.CHANGED);
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

    Uni<Page<TemplateView>> list(Call call, TemplateFilter filter, PageRequest page) {
        return store.list(call.caller(), filter, page);
    }

    /** A template that the caller may change, held until the transaction ends: the platform's public ones are seen only. */
    private static Uni<Template> held(Call call, Work work, UUID id) {
        String visible = "select id from template where id = $1 and deleted_at is null and "
                + TemplateStore.visibleTo(call.caller(), 2) + " for update";
        return work.query(visible, id, call.caller().id())
                .chain(found -> {
                    if (!found.hasNext()) {
                        throw TemplateProblems.notFound();
                    }
                    return work.session().get(Template.class, id, LockMode.PESSIMISTIC_WRITE);
                })
                .invoke(template -> call.requireMatch(template.revision.generation()));
    }

    private Uni<TemplateView> save(Call call, Work work, Template template, EventType<TemplateFact> event) {
        template.revision.changed(call.caller().id(), work.now());
        return write(work, template, event);
    }

    private Uni<TemplateView> write(Work work, Template template, EventType<TemplateFact> event) {
        publisher.publish(work, event, template);
        return work.update(template).replaceWith(() -> TemplateView.of(template));
    }
}
