package io.skyholm.network;

import io.skyholm.events.EventJson;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.network.InstanceNetworkFact;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What compute and hosts were told of an instance's ports. */
public final class ToldPorts {

    private static final String FOUND =
            "select payload from outbox_event where aggregate_type = ? and aggregate_id = ?";

    private ToldPorts() {}

    /** The latest that compute was told of an instance's network. */
    public static Optional<InstanceNetworkFact> network(UUID instance) {
        return latest("generation", "network.instance-network", instance.toString(), InstanceNetworkFact.class);
    }

    /** The latest that a host was told of a port; empty if that was withdrawn, or nothing. */
    public static Optional<DesiredPort> desired(UUID host, UUID port) {
        return latest("id", "host.desired." + host, "port/" + port, DesiredPort.class);
    }

    /** The generations up to which desired states of a port were taken back from a host. */
    public static List<Long> tombstones(UUID host, UUID port) {
        return Sql.asSuperuser("network")
                .rows(
                        "select generation from outbox_event where aggregate_type = ? and aggregate_id = ?"
                                + " and payload is null order by id",
                        "host.desired." + host,
                        "port/" + port)
                .stream()
                .map(row -> Long.valueOf(String.valueOf(row.get("generation"))))
                .toList();
    }

    private static <T> Optional<T> latest(String order, String topic, String key, Class<T> type) {
        List<Map<String, @Nullable Object>> found =
                Sql.asSuperuser("network").rows(FOUND + " order by " + order + " desc limit 1", topic, key);
        return found.stream()
                .filter(row -> row.get("payload") != null)
                .map(row -> EventJson.read(String.valueOf(row.get("payload")), type))
                .findFirst();
    }
}
