package io.skyholm.events.access;

import static io.skyholm.events.access.Action.EXECUTE;
import static io.skyholm.events.access.Action.READ;
import static io.skyholm.events.access.ResourceType.ACCESS_GRANT;
import static io.skyholm.events.access.ResourceType.API_KEY;
import static io.skyholm.events.access.ResourceType.CONTAINER;
import static io.skyholm.events.access.ResourceType.CREDENTIAL;
import static io.skyholm.events.access.ResourceType.INSTANCE_SET;
import static io.skyholm.events.access.ResourceType.MANAGED_RESOURCE;
import static io.skyholm.events.access.ResourceType.NETWORK;
import static io.skyholm.events.access.ResourceType.OPERATION;
import static io.skyholm.events.access.ResourceType.PLACE;
import static io.skyholm.events.access.ResourceType.SECURITY_GROUP;
import static io.skyholm.events.access.ResourceType.SESSION;
import static io.skyholm.events.access.ResourceType.SSH_KEY;
import static io.skyholm.events.access.ResourceType.STORAGE;
import static io.skyholm.events.access.ResourceType.TERRAFORM_STATE;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a tenant can let an operator do. Who comes in by consent makes nobody else come in, so nothing that makes users, roles, keys,
 * accounts or grants is among it, and nothing that shows a secret. Scripts, templates and images are read and not changed: what is put
 * into one runs on machines that are made after the grant has ended.
 */
public final class AccessGrantPermissions {

    private static final Set<Permission> MOST = new PermissionSet()
            .readingAllIn(Scope.TENANT)
            .working(ResourceType.INSTANCE, INSTANCE_SET, CONTAINER)
            .working(STORAGE, NETWORK, SECURITY_GROUP, PLACE, MANAGED_RESOURCE)
            .exactly(OPERATION, READ, EXECUTE)
            .exactly(ACCESS_GRANT, READ)
            .nothingOn(API_KEY, SSH_KEY, SESSION, CREDENTIAL, TERRAFORM_STATE)
            .toSet();

    private static final Set<Permission> READING =
            MOST.stream().filter(permission -> permission.action() == READ).collect(Collectors.toUnmodifiableSet());

    private AccessGrantPermissions() {}

    /** All that a grant can carry. */
    public static Set<Permission> most() {
        return MOST;
    }

    /** What a grant carries for which nothing else was asked. */
    public static Set<Permission> reading() {
        return READING;
    }

    /** Those that a grant can carry: a service of another version may have been told of more. */
    public static Set<Permission> among(Set<Permission> permissions) {
        Set<Permission> granted = new TreeSet<>(permissions);
        granted.retainAll(MOST);
        return Set.copyOf(granted);
    }
}
