package io.skyholm.events.identity;

/**
 * Whether a tenant may work: all of it when ACTIVE, reading only when SUSPENDED, nothing otherwise. One that is DELETING
 * stays so until no service holds anything more of it.
 */
public enum TenantStatus {
    ACTIVE,
    INACTIVE,
    SUSPENDED,
    DELETING,
    DELETED
}
