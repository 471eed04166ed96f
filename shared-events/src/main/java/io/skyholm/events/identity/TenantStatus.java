package io.skyholm.events.identity;

/** Whether a tenant may work: all of it when ACTIVE, reading only when SUSPENDED, nothing otherwise. */
public enum TenantStatus {
    ACTIVE,
    INACTIVE,
    SUSPENDED,
    DELETED
}
