package io.skyholm.events.access;

import static io.skyholm.events.access.Action.CREATE;
import static io.skyholm.events.access.Action.DELETE;
import static io.skyholm.events.access.Action.EXECUTE;
import static io.skyholm.events.access.Action.READ;
import static io.skyholm.events.access.Action.UPDATE;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** Collects permissions in words, so that a role reads like a sentence. */
final class PermissionSet {

    private final TreeSet<Permission> permissions = new TreeSet<>();

    PermissionSet everythingIn(Scope scope) {
        return everythingOn(typesIn(scope));
    }

    PermissionSet everythingOn(ResourceType... types) {
        return allow(types, Action.values());
    }

    /** All that a resource's own user needs. */
    PermissionSet working(ResourceType... types) {
        return allow(types, CREATE, READ, UPDATE, DELETE, EXECUTE);
    }

    PermissionSet readingAllIn(Scope scope) {
        return reading(typesIn(scope));
    }

    PermissionSet reading(ResourceType... types) {
        return allow(types, READ);
    }

    /** No action at all, whatever was said before. */
    PermissionSet nothingOn(ResourceType... types) {
        Set<ResourceType> excluded = Set.of(types);
        permissions.removeIf(permission -> excluded.contains(permission.resourceType()));
        return this;
    }

    /** These actions and no other, whatever was said before. */
    PermissionSet exactly(ResourceType type, Action... actions) {
        return nothingOn(type).allow(new ResourceType[] {type}, actions);
    }

    Set<Permission> toSet() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(permissions));
    }

    private PermissionSet allow(ResourceType[] types, Action... actions) {
        for (ResourceType type : types) {
            for (Action action : actions) {
                permissions.add(new Permission(type, action));
            }
        }
        return this;
    }

    private static ResourceType[] typesIn(Scope scope) {
        return ResourceType.in(scope).toArray(ResourceType[]::new);
    }
}
