package io.skyholm.network;

import io.skyholm.events.EventJson;
import io.skyholm.events.host.PortWish;
import io.skyholm.events.network.InstanceNetworkFact;
import io.skyholm.runtime.testing.Sql;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the world, and hosts, were told. */
public final class Told {

    private static final Sql SQL = Sql.asSuperuser("network");

    private Told() {}

    /** The types of the events of that aggregate, oldest first. */
    public static List<String> types(UUID aggregate) {
        return SQL
                .rows(
                        "select type from outbox_event where aggregate_id = ? order by generation, id",
                        aggregate.toString())
                .stream()
                .map(event -> String.valueOf(event.get("type")))
                .toList();
    }

    /** The latest that compute was told of an instance's network. */
    public static Optional<InstanceNetworkFact> network(UUID instance) {
        return SQL
                .rows(
                        "select payload from outbox_event where aggregate_id = ? and aggregate_type ="
                                + " 'network.instance-network' order by generation desc limit 1",
                        instance.toString())
                .stream()
                .map(row -> EventJson.read(String.valueOf(row.get("payload")), InstanceNetworkFact.class))
                .findFirst();
    }

    /** The generations up to which wishes for a port were taken back from a host. */
    public static List<Long> tombstones(UUID host, UUID port) {
        return SQL
                .rows(
                        "select generation from outbox_event where aggregate_type = ? and aggregate_id = ?"
                                + " and payload is null order by id",
                        "host.desired." + host,
                        "port/" + port)
                .stream()
                .map(row -> Long.valueOf(String.valueOf(row.get("generation"))))
                .toList();
    }

    /** The latest that a host was told of a port; empty if that was withdrawn, or nothing. */
    public static Optional<PortWish> wish(UUID host, UUID port) {
        return SQL
                .rows(
                        "select payload from outbox_event where aggregate_type = ? and aggregate_id = ?"
                                + " order by id desc limit 1",
                        "host.desired." + host,
                        "port/" + port)
                .stream()
                .filter(row -> row.get("payload") != null)
                .map(row -> EventJson.read(String.valueOf(row.get("payload")), PortWish.class))
                .findFirst();
    }
}
