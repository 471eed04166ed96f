package io.skyholm.identity.group;

import io.skyholm.events.identity.GroupMemberEvents;
import io.skyholm.events.identity.GroupMemberFact;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What can be done with the members of a group. */
@ApplicationScoped
class Members {

    private final Commands commands;
    private final Groups groups;
    private final Memberships memberships;
    private final GroupUsers users;
    private final Aggregate<Member, MemberView, GroupMemberFact> members;

    Members(Commands commands, Groups groups, Memberships memberships, GroupUsers users) {
        this.commands = commands;
        this.groups = groups;
        this.memberships = memberships;
        this.users = users;
        this.members = memberships.members();
    }

    Uni<MemberView> add(Call call, AddMember.To command) {
        call.caller().requireNotLimitedTo(command.groupId());
        return commands.changeOnce(call, command, MemberView.class, work -> groups.open(work, command.groupId())
                .call(group -> belongs(work, group, command.userId()))
                .map(group -> new Member(group, command.userId(), members.created(call)))
                .chain(member -> members.insert(work, GroupMemberEvents.ADDED, member)));
    }

    Uni<MemberView> remove(Call call, UUID groupId, UUID userId) {
        return commands.change(call, work -> groups.open(work, groupId)
                .chain(group -> memberships.find(work, groupId, userId))
                .map(found -> found.orElseThrow(GroupProblems::memberNotFound))
                .invoke(member -> call.requireMatch(member.revision.generation()))
                .chain(member -> members.delete(call, work, GroupMemberEvents.REMOVED, member)));
    }

    Uni<Page<MemberView>> list(Call call, UUID groupId, ListPart page) {
        return groups.get(call, groupId)
                .chain(group -> members.page(call, members.query().living().where("group_id = ?", group.id()), page));
    }

    private Uni<Void> belongs(Work work, Group group, UUID userId) {
        return users.belongTo(work, group.tenantId, userId)
                .invoke(belongs -> {
                    if (!belongs) {
                        throw GroupProblems.userNotFound();
                    }
                })
                .replaceWithVoid();
    }
}
