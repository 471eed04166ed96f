package io.skyholm.identity.assignment;

import io.quarkus.runtime.Startup;
import io.skyholm.events.identity.LimitedRole;
import io.skyholm.identity.user.Users;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.call.Conditions;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.ViewFactory;
import io.skyholm.runtime.page.Views;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** What can be done with role assignments: a change of one is a change of its user. */
@Startup
@ApplicationScoped
class RoleAssignments {

    private static final Select<RoleAssignmentView> ASSIGNMENTS =
            Select.of(RoleAssignmentView.class, "role_assignment");
    private static final String OF_USER_AND_ROLE =
            ASSIGNMENTS.sql() + " where user_id = $1 and role_id = $2 and group_id is not distinct from $3";
    private static final String BY_ID = ASSIGNMENTS.sql() + " where id = $1";
    private static final String ROLE = "select name from role where id = $1";

    /** The only version that there ever is of one. */
    static final long NEVER_CHANGED = 1;

    private final Commands commands;
    private final Views<RoleAssignmentView> views;
    private final Users users;

    RoleAssignments(Commands commands, ViewFactory views, Users users) {
        this.commands = commands;
        this.views = views.of(ASSIGNMENTS);
        this.users = users;
    }

    Uni<RoleAssignmentView> create(Call call, AssignRole command) {
        return commands.changeOnce(call, command, RoleAssignmentView.class, work -> give(ofItsUser(call), work, command)
                .chain(() -> work.one(
                        RoleAssignmentView.class,
                        OF_USER_AND_ROLE,
                        command.userId(),
                        command.roleId(),
                        command.groupId())));
    }

    private Uni<Void> give(Call call, Work work, AssignRole command) {
        UUID group = command.groupId();
        return group == null
                ? users.give(call, work, command.userId(), command.roleId())
                : users.giveWithin(call, work, command.userId(), command.roleId(), group);
    }

    Uni<RoleAssignmentView> delete(Call call, UUID id) {
        return commands.change(call, work -> work.find(RoleAssignmentView.class, BY_ID, id)
                .map(found -> found.orElseThrow(RoleAssignments::notFound))
                .call(assignment -> take(call, work, assignment)));
    }

    private Uni<Void> take(Call call, Work work, RoleAssignmentView assignment) {
        call.requireMatch(NEVER_CHANGED);
        UUID group = assignment.groupId();
        return work.value(String.class, ROLE, assignment.roleId())
                .map(Optional::orElseThrow)
                .chain(role -> group == null
                        ? users.take(ofItsUser(call), work, assignment.userId(), role)
                        : users.takeWithin(ofItsUser(call), work, assignment.userId(), new LimitedRole(role, group)));
    }

    Uni<RoleAssignmentView> get(Call call, UUID id) {
        return views.find(call.caller().scope(), id).map(found -> found.orElseThrow(RoleAssignments::notFound));
    }

    Uni<Page<RoleAssignmentView>> list(Call call, RoleAssignmentFilter filter, ListPart page) {
        TenantScope scope = call.caller().scope();
        return views.page(scope, views.query().inScope(scope).matching(filter), page);
    }

    /** The version that a caller has seen is the assignment's, not its user's. */
    private static Call ofItsUser(Call call) {
        Conditions conditions = call.conditions();
        return new Call(
                call.caller(), call.origin(), new Conditions(conditions.idempotencyKey(), null, conditions.dryRun()));
    }

    private static Problem notFound() {
        return Problem.notFound("role assignment");
    }
}
