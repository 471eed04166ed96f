package io.skyholm.identity.group;

import static io.skyholm.deletion.DeletionStage.SETTINGS;

import io.quarkus.runtime.Startup;
import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.OwnedAggregates;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.identity.GroupEvents;
import io.skyholm.events.identity.GroupFact;
import io.skyholm.identity.tenant.Tenants;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.aggregate.Owners;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;

/** What can be done with groups. */
@Startup
@ApplicationScoped
class Groups {

    private final Commands commands;
    private final Aggregate<Group, GroupView, GroupFact> groups;
    private final GroupTree tree;
    private final Memberships memberships;
    private final Tenants tenants;

    Groups(Commands commands, Aggregates aggregates, GroupTree tree, Memberships memberships, Tenants tenants) {
        this.commands = commands;
        this.groups = aggregates
                .of("group", Group.class, GroupView.class, GroupEvents.TYPES)
                .counted(CountedKind.USER_GROUPS)
                .explaining(GroupProblems.CONFLICTS);
        this.tree = tree;
        this.memberships = memberships;
        this.tenants = tenants;
    }

    Uni<GroupView> create(Call call, CreateGroup command) {
        UUID tenantId = Owners.ofTenants(call, command.tenantId());
        Group group = new Group(tenantId, command, groups.created(call));
        checkParent(call, group);
        return commands.changeOnce(call, command, GroupView.class, work -> tenants.check(work, tenantId)
                .chain(() -> {
                    tree.alone(work, tenantId);
                    return tree.checkPlace(work, group);
                })
                .chain(() -> groups.insert(work, GroupEvents.CREATED, group)));
    }

    Uni<GroupView> change(Call call, UUID id, ChangeGroup command) {
        return commands.change(call, work -> locked(call, work, id)
                .invoke(command::applyTo)
                .invoke(group -> checkParent(call, group))
                .call(group -> tree.checkPlace(work, group))
                .chain(group -> groups.save(call, work, GroupEvents.CHANGED, group)));
    }

    Uni<GroupView> delete(Call call, UUID id) {
        return commands.change(call, work -> locked(call, work, id)
                .call(() -> checkEmpty(work, id))
                .chain(group -> groups.delete(call, work, GroupEvents.DELETED, group)));
    }

    /** They go with their tenant, whose users have left them. */
    @Produces
    @Singleton
    DataHolder ofDeletedTenant() {
        return OwnedAggregates.ofTenant(SETTINGS, "groups", groups, GroupEvents.DELETED);
    }

    /** What is moved below a group belongs to its project. */
    private static void checkParent(Call call, Group group) {
        if (group.parentGroupId != null) {
            call.caller().requireNotLimitedTo(group.parentGroupId);
        }
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
        return groups.get(call, id);
    }

    Uni<Page<GroupView>> list(Call call, GroupFilter filter, ListPart page) {
        return groups.list(call, filter, page);
    }

    /** The group, which is not deleted before the transaction ends. */
    Uni<Group> open(Work work, UUID id) {
        return groups.required(work, id);
    }

    /** The tree is held before the group in it: who takes the two the other way round may wait for ever. */
    private Uni<Group> locked(Call call, Work work, UUID id) {
        return tree.tenantOf(work, id)
                .invoke(found -> found.ifPresent(tenant -> tree.alone(work, tenant)))
                .chain(() -> groups.locked(call, work, id));
    }
}
