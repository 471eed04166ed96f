package io.skyholm.identity.tenant;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.runtime.problem.Conflicts;
import io.skyholm.runtime.problem.Problem;

/** What can go wrong with tenants. */
final class TenantProblems {

    /** What its unique indexes refuse. */
    static final Conflicts CONFLICTS = Conflicts.of(
                    "tenant_name", "TENANT_NAME_TAKEN", "Another tenant has this name; choose another")
            .or("tenant_vlan_id", "VLAN_TAKEN", "Another tenant has this VLAN; choose another");

    private TenantProblems() {}

    static Problem notNamed() {
        return Problem.invalid("tenantId", "names no tenant that you may see");
    }

    static Problem hasUsers() {
        return Problem.of(
                CONFLICT,
                "TENANT_HAS_USERS",
                "Users still belong to this tenant; delete them first, or everything with cascade=true");
    }

    static Problem hasOperators() {
        return Problem.of(
                CONFLICT,
                "TENANT_HAS_OPERATORS",
                "Users of this tenant run the platform; delete them, or take those roles from them, first");
    }

    static Problem own() {
        return Problem.of(CONFLICT, "TENANT_IS_YOURS", "You belong to this tenant; nobody deletes what they stand on");
    }

    static Problem beingDeleted() {
        return Problem.of(CONFLICT, "TENANT_IS_DELETED", "This tenant is being deleted, which cannot be undone");
    }

    static Problem noSuchAdministrator() {
        return Problem.invalid("adminUserId", "names no active user of this tenant");
    }

    static Problem deleteToDelete() {
        return Problem.invalid("status", "cannot be set to DELETING or DELETED; use DELETE");
    }

    static Problem standingIsTheOperators() {
        return Problem.forbidden("Status, VLAN and quota need the permission TENANT:MANAGE");
    }
}
