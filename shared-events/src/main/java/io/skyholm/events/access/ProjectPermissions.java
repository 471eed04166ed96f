package io.skyholm.events.access;

import static io.skyholm.events.access.ResourceType.API_KEY;
import static io.skyholm.events.access.ResourceType.EDGE_DC;
import static io.skyholm.events.access.ResourceType.IMAGE;
import static io.skyholm.events.access.ResourceType.INSTANCE_SET;
import static io.skyholm.events.access.ResourceType.NETWORK;
import static io.skyholm.events.access.ResourceType.OPERATION;
import static io.skyholm.events.access.ResourceType.PLAN;
import static io.skyholm.events.access.ResourceType.RESOURCE_POOL;
import static io.skyholm.events.access.ResourceType.SSH_KEY;
import static io.skyholm.events.access.ResourceType.STORAGE;
import static io.skyholm.events.access.ResourceType.TEMPLATE;

import java.util.Set;
import java.util.TreeSet;

/**
 * What a role or a key can allow that is limited to a project. Rows of these types belong to users, and row level security keeps those of
 * other projects away; what the platform offers is open to every user anyway. All else of a role is worth nothing within a limit: whoever
 * made users, roles or accounts could give away more than the project.
 */
public final class ProjectPermissions {

    private static final Set<Permission> MOST = new PermissionSet()
            .everythingOn(
                    ResourceType.INSTANCE, INSTANCE_SET, TEMPLATE, OPERATION, NETWORK, IMAGE, STORAGE, API_KEY, SSH_KEY)
            .reading(EDGE_DC, RESOURCE_POOL, PLAN)
            .toSet();

    private ProjectPermissions() {}

    /** All that a limited role can allow. */
    public static Set<Permission> most() {
        return MOST;
    }

    /** Those that can be limited to a project. */
    public static Set<Permission> among(Set<Permission> permissions) {
        Set<Permission> limited = new TreeSet<>(permissions);
        limited.retainAll(MOST);
        return Set.copyOf(limited);
    }
}
