package io.skyholm.runtime.rights;

import io.skyholm.events.access.Permission;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A role that somebody holds within a project, as it is known here.
 *
 * @param role its name
 * @param permissions what it allows if the tenant made it
 * @param groups the project's group and all below it; none if it is deleted or not known
 */
public record KnownLimitedRole(String role, Set<Permission> permissions, Set<UUID> groups) {

    /** Those rights, and what these roles add. */
    public static Rights added(Rights rights, List<KnownLimitedRole> roles) {
        Rights all = rights;
        for (KnownLimitedRole held : roles) {
            all = all.and(RolePermissions.of(Set.of(held.role()), held.permissions()), held.groups());
        }
        return all;
    }
}
