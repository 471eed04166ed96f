package io.skyholm.events.identity;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of a service account's life. */
public final class ServiceAccountEvents {

    public static final EventType<ServiceAccountFact> CREATED = new EventType<>(
            "identity.service-account.created.v1", ServiceAccountFact.class, "A tenant made an account for a program.");

    public static final EventType<ServiceAccountFact> CHANGED = new EventType<>(
            "identity.service-account.changed.v1",
            ServiceAccountFact.class,
            "A service account's name or roles changed, or it was enabled or disabled.");

    public static final EventType<ServiceAccountFact> SECRET_ROTATED = new EventType<>(
            "identity.service-account.secret-rotated.v1",
            ServiceAccountFact.class,
            "A service account was given a new secret; the event never carries it.");

    public static final EventType<ServiceAccountFact> DELETED = new EventType<>(
            "identity.service-account.deleted.v1",
            ServiceAccountFact.class,
            "A service account was deleted; its secret and its tokens are refused from now on.");

    public static final List<EventType<ServiceAccountFact>> TYPES = List.of(CREATED, CHANGED, SECRET_ROTATED, DELETED);

    private ServiceAccountEvents() {}
}
