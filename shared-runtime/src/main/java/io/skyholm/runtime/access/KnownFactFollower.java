package io.skyholm.runtime.access;

import io.skyholm.events.Fact;
import io.skyholm.runtime.tenant.Work;

/** Follows what becomes of tenants, users, roles and keys, in the transaction in which this service notes it. */
public interface KnownFactFollower {

    /** That fact was noted; an older one than is known may come again. */
    void noted(Work work, Fact fact);
}
