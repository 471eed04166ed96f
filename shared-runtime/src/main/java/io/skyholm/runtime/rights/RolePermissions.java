package io.skyholm.runtime.rights;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.access.Permission;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** What roles allow: the built-in ones by their names, and those that a tenant made by what is known of them. */
public final class RolePermissions {

    private RolePermissions() {}

    /** What roles of these names allow, of which those that are not built in allow that. */
    public static Set<Permission> of(Collection<String> roles, Set<Permission> own) {
        Set<Permission> permissions = new HashSet<>(own);
        for (BuiltInRole role : BuiltInRole.values()) {
            if (roles.contains(role.name())) {
                permissions.addAll(role.permissions());
            }
        }
        return Set.copyOf(permissions);
    }
}
