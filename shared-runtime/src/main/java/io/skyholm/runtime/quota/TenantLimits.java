package io.skyholm.runtime.quota;

/** What is known of tenants' own quotas; identity, which owns them, implements it in its way. */
public interface TenantLimits {

    /** SQL for the most rows of the kind $2 that the tenant $1 may have: null where its quota does not speak of them. */
    String most();
}
