package io.skyholm.events.access;

import static io.skyholm.events.access.Scope.PLATFORM;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of thing that permissions speak of; several kinds of row may share one. */
public enum ResourceType {
    TENANT,
    USER,
    USER_GROUP,
    ROLE,
    QUOTA,
    API_KEY,
    /** Accounts of programs, and their secrets. */
    SERVICE_ACCOUNT,
    /** Other people's SSH keys take MANAGE. */
    SSH_KEY,
    /** Other people's sessions; one's own need no permission. */
    SESSION,
    THEME,
    /** Consent of a tenant to an operator who works in it for a while. */
    ACCESS_GRANT,

    EDGE_DC(PLATFORM),
    RESOURCE_POOL(PLATFORM),
    /** A compute machine, with all that its host reports. */
    SERVER(PLATFORM),
    CLOUD_BOX,
    INSTANCE,
    INSTANCE_SET,
    TEMPLATE,
    CONTAINER,
    STACK_SCRIPT,
    OPERATION,
    /** The work of the services' reconcilers, for all tenants at once. */
    RECONCILE_TASK(PLATFORM),

    /** A tenant's accounts at other clouds; their secrets are readable by nobody. */
    CREDENTIAL,
    PROVIDER(PLATFORM),
    INVENTORY_ITEM,
    MANAGED_RESOURCE,
    /** What Terraform knows, which may include secrets. */
    TERRAFORM_STATE,

    /** VPCs, subnets and their addresses. */
    NETWORK,
    SECURITY_GROUP,
    PLACE,
    NETWORKING_CONFIG(PLATFORM),

    /** Data disks, their attachments and snapshots. */
    STORAGE,
    IMAGE,
    /** Offers of storage to other tenants, and from them. */
    TRANSFER,

    PLAN(PLATFORM),
    WALLET,
    USAGE,
    INVOICE,
    TRANSACTION,
    COST_RECORD,

    TICKET,
    NOTIFICATION,
    WEBHOOK,
    AUDIT_ENTRY;

    private final Scope scope;

    ResourceType() {
        this(Scope.TENANT);
    }

    ResourceType(Scope scope) {
        this.scope = scope;
    }

    /** Whose resources of this type are. */
    public Scope scope() {
        return scope;
    }

    /** Every type whose resources are in that scope. */
    public static Set<ResourceType> in(Scope scope) {
        return Arrays.stream(values())
                .filter(type -> type.scope == scope)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ResourceType.class)));
    }
}
