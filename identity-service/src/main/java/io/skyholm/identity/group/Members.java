package io.skyholm.identity.group;

import io.skyholm.events.identity.GroupMemberEvents;
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

/** What can be done with the members of a group. */
@ApplicationScoped
class Members {

    private static final String BELONGS =
            "select 1 from app_user where id = $1 and tenant_id = $2 and status <> 'DELETED' for share";

    private final Commands commands;
    private final Groups groups;
    private final MemberStore store;
    private final Memberships memberships;
    private final GroupPublisher publisher;

    Members(Commands commands, Groups groups, MemberStore store, Memberships memberships, GroupPublisher publisher) {
        this.commands = commands;
        this.groups = groups;
        this.store = store;
        this.memberships = memberships;
        this.publisher = publisher;
    }

    Uni<MemberView> add(Call call, AddMember.To command) {
        return commands.changeOnce(call, command, MemberView.class, work -> open(work, command.groupId())
                        .call(group -> belongs(work, group, command.userId()))
                        .map(group -> new Member(
                                Ids.next(),
                                group,
                                command.userId(),
                                call.caller().id(),
                                Instant.now()))
                        .chain(member -> insert(work, member)))
                .onFailure()
                .transform(GroupProblems::explain);
    }

    private Uni<MemberView> insert(Work work, Member member) {
        publisher.publish(work, GroupMemberEvents.ADDED, member);
        return work.insert(member).replaceWith(() -> MemberView.of(member));
    }

    Uni<MemberView> remove(Call call, UUID groupId, UUID userId) {
        return commands.change(call, work -> open(work, groupId)
                .chain(group -> memberships.find(work, groupId, userId))
                .map(found -> found.orElseThrow(GroupProblems::memberNotFound))
                .invoke(member -> call.requireMatch(member.generation))
                .chain(member -> memberships.end(work, member).replaceWith(() -> MemberView.of(member))));
    }

    Uni<Page<MemberView>> list(Call call, UUID groupId, PageRequest page) {
        return groups.get(call, groupId)
                .chain(group -> store.list(call.caller().scope(), group.id(), page))
                .map(members -> Page.of(members, page, MemberView::id));
    }

    /** A group that is being deleted takes nobody in. */
    private static Uni<Group> open(Work work, UUID groupId) {
        return work.lock(Group.class, groupId)
                .map(found -> found.filter(group -> !group.isDeleted()).orElseThrow(GroupProblems::notFound));
    }

    private static Uni<Void> belongs(Work work, Group group, UUID userId) {
        return work.query(BELONGS, userId, group.tenantId)
                .invoke(found -> {
                    if (!found.hasNext()) {
                        throw GroupProblems.userNotFound();
                    }
                })
                .replaceWithVoid();
    }
}
