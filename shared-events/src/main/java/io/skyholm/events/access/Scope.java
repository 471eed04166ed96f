package io.skyholm.events.access;

/** Whose a resource is. */
public enum Scope {
    /** The operator's: there is one for all tenants. */
    PLATFORM,
    /** A tenant's: seen by nobody else but the operator. */
    TENANT
}
