package io.skyholm.events.identity;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of a tenant's life. */
public final class TenantEvents {

    public static final EventType<TenantFact> CREATED =
            new EventType<>("identity.tenant.created.v1", TenantFact.class, "A tenant came into being.");

    public static final EventType<TenantFact> CHANGED = new EventType<>(
            "identity.tenant.changed.v1", TenantFact.class, "A tenant's description, status or limits changed.");

    public static final EventType<TenantFact> DELETED = new EventType<>(
            "identity.tenant.deleted.v1", TenantFact.class, "A tenant was closed; it keeps its id and its history.");

    public static final List<EventType<TenantFact>> TYPES = List.of(CREATED, CHANGED, DELETED);

    private TenantEvents() {}
}
