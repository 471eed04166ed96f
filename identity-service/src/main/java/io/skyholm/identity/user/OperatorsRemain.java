package io.skyholm.identity.user;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.identity.tenant.DeletionGuard;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Who runs the platform is not deleted with a tenant, but by name. */
@Singleton
class OperatorsRemain implements DeletionGuard {

    private static final String OPERATORS = """
            select 1 from app_user join role_assignment held on held.user_id = app_user.id
                join role on role.id = held.role_id and role.tenant_id is null and role.name in ('ADMIN', 'OPERATOR')
            where app_user.tenant_id = $1 and app_user.status <> 'DELETED' limit 1""";

    @Override
    public Uni<Void> checkNoOperators(Work work, UUID tenant) {
        return work.none(OperatorsRemain::hasOperators, OPERATORS, tenant);
    }

    private static Problem hasOperators() {
        return Problem.of(
                CONFLICT,
                "TENANT_HAS_OPERATORS",
                "Users of this tenant run the platform; delete them, or take those roles from them, first");
    }
}
