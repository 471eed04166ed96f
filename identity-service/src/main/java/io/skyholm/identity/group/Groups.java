package io.skyholm.identity.group;

import io.skyholm.events.identity.GroupEvents;
import io.skyholm.identity.tenant.Tenants;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** What can be done with groups. */
@ApplicationScoped
class Groups {

    private final Commands commands;
    private final GroupStore store;
    private final GroupPublisher publisher;
    private final Tree tree;
    private final Memberships memberships;
    private final Tenants tenants;

    Groups(
            Commands commands,
            GroupStore store,
            GroupPublisher publisher,
            Tree tree,
            Memberships memberships,
            Tenants tenants) {
        this.commands = commands;
        this.store = store;
        this.publisher = publisher;
        this.tree = tree;
        this.memberships = memberships;
        this.tenants = tenants;
    }

    Uni<GroupView> create(Call call, CreateGroup command) {
        UUID tenantId = command.tenantId() == null ? call.caller().tenantId() : command.tenantId();
        if (!call.sees(tenantId)) {
            throw GroupProblems.tenantNotFound();
        }
        Group group = new Group(Ids.next(), tenantId, command, call.caller().id(), Instant.now());
        return commands.changeOnce(call, command, GroupView.class, work -> tenants.exists(work, tenantId)
                        .chain(exists -> {
                            if (!exists) {
                                throw GroupProblems.tenantNotFound();
                            }
                            tree.alone(work, tenantId);
                            return tree.checkPlace(work, group);
                        })
                        .chain(() -> insert(work, group)))
                .onFailure()
                .transform(GroupProblems::explain);
    }

    private Uni<GroupView> insert(Work work, Group group) {
        publisher.publish(work, GroupEvents.CREATED, group);
        return work.insert(group).replaceWith(() -> GroupView.of(group));
    }

    Uni<GroupView> change(Call call, UUID id, ChangeGroup command) {
        return commands.change(call, work -> locked(call, work, id)
                        .invoke(command::applyTo)
                        .call(group -> tree.checkPlace(work, group))
                        .chain(group -> save(call, work, group)))
                .onFailure()
                .transform(GroupProblems::explain);
    }

    Uni<GroupView> delete(Call call, UUID id) {
        return commands.change(
                call,
                work -> locked(call, work, id).call(() -> checkEmpty(work, id)).chain(group -> {
                    group.delete(Instant.now());
                    return save(call, work, group);
                }));
    }

    private Uni<Void> checkEmpty(Work work, UUID id) {
        return tree.hasChildren(work, id)
                .chain(children -> children ? Uni.createFrom().item(true) : memberships.anyOf(work, id))
                .invoke(taken -> {
                    if (taken) {
                        throw GroupProblems.notEmpty();
                    }
                })
                .replaceWithVoid();
    }

    Uni<GroupView> get(Call call, UUID id) {
        return store.find(call.caller().scope(), id).map(found -> found.orElseThrow(GroupProblems::notFound));
    }

    Uni<Page<GroupView>> list(Call call, GroupFilter filter, PageRequest page) {
        return store.list(call.caller().scope(), filter, page).map(groups -> Page.of(groups, page, GroupView::id));
    }

    /** The tree is held before the group in it: who takes the two the other way round may wait for ever. */
    private Uni<Group> locked(Call call, Work work, UUID id) {
        return tree.tenantOf(work, id)
                .map(tenant -> tenant.orElseThrow(GroupProblems::notFound))
                .invoke(tenant -> tree.alone(work, tenant))
                .chain(() -> work.lock(Group.class, id))
                .map(found -> found.filter(group -> !group.isDeleted()).orElseThrow(GroupProblems::notFound))
                .invoke(group -> call.requireMatch(group.generation));
    }

    private Uni<GroupView> save(Call call, Work work, Group group) {
        group.changed(call.caller().id(), Instant.now());
        publisher.publish(work, group.isDeleted() ? GroupEvents.DELETED : GroupEvents.CHANGED, group);
        return work.update(group).replaceWith(() -> GroupView.of(group));
    }
}
