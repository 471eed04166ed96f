package io.skyholm.identity.assignment;

import io.skyholm.identity.user.Users;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.call.Conditions;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.hibernate.reactive.pool.ReactiveConnection;

/** What can be done with role assignments: a change of one is a change of its user. */
@ApplicationScoped
class RoleAssignments {

    private static final String SELECT = """
            select held.id, held.tenant_id, held.user_id, held.role_id, held.created_at, held.created_by, role.name
            from role_assignment held join role on role.id = held.role_id""";
    private static final String OF_USER_AND_ROLE = SELECT + " where held.user_id = $1 and held.role_id = $2";
    private static final String BY_ID = SELECT + " where held.id = $1";

    /** The only version that there ever is of one. */
    static final long NEVER_CHANGED = 1;

    private final Commands commands;
    private final RoleAssignmentStore store;
    private final Users users;

    RoleAssignments(Commands commands, RoleAssignmentStore store, Users users) {
        this.commands = commands;
        this.store = store;
        this.users = users;
    }

    Uni<RoleAssignmentView> create(Call call, AssignRole command) {
        return commands.changeOnce(call, command, RoleAssignmentView.class, work -> users.give(
                        ofItsUser(call), work, command.userId(), command.roleId())
                .chain(() -> work.query(OF_USER_AND_ROLE, command.userId(), command.roleId()))
                .map(rows -> view(rows.next())));
    }

    Uni<RoleAssignmentView> delete(Call call, UUID id) {
        return commands.change(call, work -> work.query(BY_ID, id).chain(found -> take(call, work, found)));
    }

    private Uni<RoleAssignmentView> take(Call call, Work work, ReactiveConnection.Result found) {
        if (!found.hasNext()) {
            throw notFound();
        }
        Object[] row = found.next();
        RoleAssignmentView assignment = view(row);
        call.requireMatch(NEVER_CHANGED);
        return users.take(ofItsUser(call), work, assignment.userId(), (String) row[6])
                .replaceWith(assignment);
    }

    Uni<RoleAssignmentView> get(Call call, UUID id) {
        return store.find(call.caller().scope(), id).map(found -> found.orElseThrow(RoleAssignments::notFound));
    }

    Uni<Page<RoleAssignmentView>> list(Call call, RoleAssignmentFilter filter, PageRequest page) {
        return store.list(call.caller().scope(), filter, page)
                .map(assignments -> Page.of(assignments, page, RoleAssignmentView::id));
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

    private static RoleAssignmentView view(Object[] row) {
        return new RoleAssignmentView(
                (UUID) row[0],
                (UUID) row[1],
                (UUID) row[2],
                (UUID) row[3],
                ((OffsetDateTime) row[4]).toInstant(),
                (UUID) row[5]);
    }
}
