package io.skyholm.events.compute;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of what a context has of an instance that is offered to another tenant, on a topic of that context. */
public final class InstanceGoodsEvents {

    public static final EventType<InstanceGoodsFact> OF_NETWORK = of("network");
    public static final EventType<InstanceGoodsFact> OF_STORAGE = of("storage");

    public static final List<EventType<InstanceGoodsFact>> TYPES = List.of(OF_NETWORK, OF_STORAGE);

    private InstanceGoodsEvents() {}

    /** The event of what that context has. */
    public static EventType<InstanceGoodsFact> of(GoodsContext context) {
        return switch (context) {
            case NETWORK -> OF_NETWORK;
            case STORAGE -> OF_STORAGE;
        };
    }

    private static EventType<InstanceGoodsFact> of(String context) {
        return new EventType<>(
                context + ".instance-goods.changed.v1",
                InstanceGoodsFact.class,
                "What there is of an instance that is offered was looked at, or prepared, or cannot go.");
    }
}
