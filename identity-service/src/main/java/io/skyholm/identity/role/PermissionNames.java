package io.skyholm.identity.role;

import io.skyholm.events.access.Permission;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Reads and writes permissions by their names, as callers and rows have them. */
final class PermissionNames {

    private PermissionNames() {}

    /** The permissions that a caller named; an unknown one is refused. */
    static Set<Permission> parse(Collection<String> names) {
        Set<Permission> permissions = new TreeSet<>();
        for (String name : names) {
            try {
                permissions.add(Permission.parse(name));
            } catch (IllegalArgumentException unknown) {
                throw RoleProblems.unknownPermission(name);
            }
        }
        return permissions;
    }

    static String[] write(Set<Permission> permissions) {
        return permissions.stream().sorted().map(Permission::name).toArray(String[]::new);
    }
}
