package io.skyholm.events.network;

import io.skyholm.events.EventType;
import java.util.List;

/** What happens to a port's traffic within a month. */
public final class TrafficEvents {

    public static final EventType<TrafficFact> NEARLY_USED_UP = new EventType<>(
            "network.traffic.nearly-used-up.v1", TrafficFact.class, "A port passed 80 % of its month's allowance.");

    public static final EventType<TrafficFact> USED_UP = new EventType<>(
            "network.traffic.used-up.v1",
            TrafficFact.class,
            "A port passed its month's allowance; nothing is cut off, what follows is the operator's choice.");

    public static final List<EventType<TrafficFact>> TYPES = List.of(NEARLY_USED_UP, USED_UP);

    private TrafficEvents() {}
}
