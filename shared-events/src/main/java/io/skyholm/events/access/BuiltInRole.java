package io.skyholm.events.access;

import static io.skyholm.events.access.Action.CREATE;
import static io.skyholm.events.access.Action.DELETE;
import static io.skyholm.events.access.Action.EXECUTE;
import static io.skyholm.events.access.Action.READ;
import static io.skyholm.events.access.Action.UPDATE;
import static io.skyholm.events.access.ResourceType.ACCESS_GRANT;
import static io.skyholm.events.access.ResourceType.API_KEY;
import static io.skyholm.events.access.ResourceType.AUDIT_ENTRY;
import static io.skyholm.events.access.ResourceType.CLOUD_BOX;
import static io.skyholm.events.access.ResourceType.CONTAINER;
import static io.skyholm.events.access.ResourceType.EDGE_DC;
import static io.skyholm.events.access.ResourceType.IMAGE;
import static io.skyholm.events.access.ResourceType.INSTANCE_SET;
import static io.skyholm.events.access.ResourceType.INVOICE;
import static io.skyholm.events.access.ResourceType.MANAGED_RESOURCE;
import static io.skyholm.events.access.ResourceType.NETWORK;
import static io.skyholm.events.access.ResourceType.NOTIFICATION;
import static io.skyholm.events.access.ResourceType.OPERATION;
import static io.skyholm.events.access.ResourceType.PLAN;
import static io.skyholm.events.access.ResourceType.QUOTA;
import static io.skyholm.events.access.ResourceType.RESOURCE_POOL;
import static io.skyholm.events.access.ResourceType.SECURITY_GROUP;
import static io.skyholm.events.access.ResourceType.SESSION;
import static io.skyholm.events.access.ResourceType.SSH_KEY;
import static io.skyholm.events.access.ResourceType.STACK_SCRIPT;
import static io.skyholm.events.access.ResourceType.STORAGE;
import static io.skyholm.events.access.ResourceType.TEMPLATE;
import static io.skyholm.events.access.ResourceType.TENANT;
import static io.skyholm.events.access.ResourceType.TERRAFORM_STATE;
import static io.skyholm.events.access.ResourceType.TICKET;
import static io.skyholm.events.access.ResourceType.TRANSACTION;
import static io.skyholm.events.access.ResourceType.TRANSFER;
import static io.skyholm.events.access.ResourceType.USAGE;
import static io.skyholm.events.access.ResourceType.WALLET;

import java.util.Set;

/** The roles that exist on every platform and that nobody can change. */
public enum BuiltInRole {
    /** Owns the platform. */
    ADMIN(new PermissionSet().everythingIn(Scope.PLATFORM).everythingIn(Scope.TENANT)),

    /** Owns a tenant: all that is the tenant's, but neither its standing nor what it owes. */
    TENANT_ADMIN(whatIsOffered()
            .everythingIn(Scope.TENANT)
            .exactly(TENANT, READ, UPDATE)
            .exactly(WALLET, READ, UPDATE)
            .exactly(TRANSACTION, READ, CREATE)
            .exactly(USAGE, READ)
            .exactly(INVOICE, READ)
            .exactly(TICKET, READ, CREATE, UPDATE)
            .exactly(ACCESS_GRANT, READ, UPDATE, DELETE)
            .exactly(AUDIT_ENTRY, READ)),

    /** Runs the platform: its places, machines, images and prices; helps tenants without acting for them. */
    OPERATOR(new PermissionSet()
            .everythingIn(Scope.PLATFORM)
            .exactly(PLAN, READ, UPDATE)
            .everythingOn(IMAGE, TEMPLATE, CLOUD_BOX, TICKET)
            .reading(TENANT, QUOTA, ResourceType.INSTANCE, CONTAINER, NETWORK, STORAGE, TRANSFER, AUDIT_ENTRY)
            .exactly(OPERATION, READ, EXECUTE)
            .exactly(ACCESS_GRANT, READ, CREATE, DELETE)
            .exactly(API_KEY, READ, CREATE, UPDATE, DELETE)
            .exactly(SSH_KEY, READ, CREATE, DELETE)
            .exactly(NOTIFICATION, READ, CREATE, UPDATE)),

    /** Works in a tenant: sees what is the tenant's, and runs its machines, disks and networks. */
    USER(whatIsOffered()
            .readingAllIn(Scope.TENANT)
            .working(ResourceType.INSTANCE, INSTANCE_SET, CONTAINER, STACK_SCRIPT, TEMPLATE, IMAGE)
            .working(STORAGE, NETWORK, SECURITY_GROUP, MANAGED_RESOURCE)
            .exactly(OPERATION, READ, EXECUTE)
            .exactly(API_KEY, READ, CREATE, UPDATE, DELETE)
            .exactly(SSH_KEY, READ, CREATE, DELETE)
            .exactly(TICKET, READ, CREATE, UPDATE)
            .exactly(NOTIFICATION, READ, UPDATE)
            .nothingOn(SESSION, TERRAFORM_STATE, AUDIT_ENTRY));

    private static final Set<String> OF_PLATFORM = Set.of(ADMIN.name(), OPERATOR.name());

    @SuppressWarnings("ImmutableEnumChecker") // PermissionSet.toSet() gives a set that nobody can change.
    private final Set<Permission> permissions;

    BuiltInRole(PermissionSet permissions) {
        this.permissions = permissions.toSet();
    }

    /** The names of the roles that run the platform, and so look after every tenant. */
    public static Set<String> ofPlatform() {
        return OF_PLATFORM;
    }

    /** What this role may do, in a fixed order. */
    public Set<Permission> permissions() {
        return permissions;
    }

    /** Whether this role alone is enough. */
    public boolean may(ResourceType resourceType, Action action) {
        return permissions.contains(new Permission(resourceType, action));
    }

    /** What a tenant must see of the platform to choose from it. */
    private static PermissionSet whatIsOffered() {
        return new PermissionSet().reading(EDGE_DC, RESOURCE_POOL, PLAN);
    }
}
