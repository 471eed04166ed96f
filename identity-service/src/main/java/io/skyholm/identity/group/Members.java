package io.skyholm.identity.group;

import io.quarkus.runtime.Startup;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.page.ViewFactory;
import io.skyholm.runtime.page.Views;
import io.skyholm.runtime.record.Projection;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What can be done with the members of a group. */
@Startup
@ApplicationScoped
class Members {

    private static final Projection<Member, MemberView> VIEW = Projection.of(Member.class, MemberView.class);

    private final Commands commands;
    private final Groups groups;
    private final Memberships memberships;
    private final GroupUsers users;
    private final Views<MemberView> views;

    Members(Commands commands, Groups groups, Memberships memberships, GroupUsers users, ViewFactory views) {
        this.commands = commands;
        this.groups = groups;
        this.memberships = memberships;
        this.users = users;
        this.views = views.of(Select.of(MemberView.class, "user_group_member"));
    }

    Uni<MemberView> add(Call call, AddMember.To command) {
        return commands.changeOnce(call, command, MemberView.class, work -> groups.open(work, command.groupId())
                        .call(group -> belongs(work, group, command.userId()))
                        .map(group -> new Member(
                                Ids.next(),
                                group,
                                command.userId(),
                                call.caller().id(),
                                work.now()))
                        .chain(member -> memberships.begin(work, member).replaceWith(() -> VIEW.apply(member))))
                .onFailure()
                .transform(GroupProblems::explain);
    }

    Uni<MemberView> remove(Call call, UUID groupId, UUID userId) {
        return commands.change(call, work -> groups.open(work, groupId)
                .chain(group -> memberships.find(work, groupId, userId))
                .map(found -> found.orElseThrow(GroupProblems::memberNotFound))
                .invoke(member -> call.requireMatch(member.generation))
                .chain(member -> memberships.end(work, member).replaceWith(() -> VIEW.apply(member))));
    }

    Uni<Page<MemberView>> list(Call call, UUID groupId, PageRequest page) {
        return groups.get(call, groupId)
                .map(group -> views.query().where("group_id = ?", group.id()).always("removed_at is null"))
                .chain(query -> views.page(call.caller().scope(), query, page));
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
