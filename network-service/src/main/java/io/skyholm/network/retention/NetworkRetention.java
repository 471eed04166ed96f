package io.skyholm.network.retention;

import static java.time.Duration.ofDays;

import io.skyholm.runtime.housekeeping.Retention;
import io.skyholm.runtime.housekeeping.RetentionPolicy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Traffic goes; networks, and the ports that were in them, stay. */
@Singleton
class NetworkRetention implements RetentionPolicy {

    private static final String NAMED = "audit entries and bills name it, also after it was deleted";
    private static final String REPLICA = "one row for each that its owner has; its generation refuses older facts";
    private static final String OF_SUBNET = "rows go with their subnet";

    @Override
    public List<Retention> expiring() {
        return List.of(
                Retention.of("traffic", "month", ofDays(760)),
                // A quarter longer: what a month carried is what its counters grew by since the month before.
                Retention.of("traffic_counter", "month", ofDays(850)),
                Retention.ofDeleted("place"),
                Retention.ofDeleted("networking_config"),
                Retention.ofDeleted("security_group")
                        .when(
                                "not exists (select from port_security_group where security_group_id = security_group.id)"));
    }

    @Override
    public Map<String, String> exempt() {
        return Map.ofEntries(
                Map.entry("known_data_center", REPLICA),
                Map.entry("known_machine", REPLICA),
                Map.entry("known_instance", REPLICA),
                Map.entry("known_member", REPLICA),
                Map.entry("known_tenant_vlan", REPLICA),
                Map.entry("quota_holder", "one row for each tenant, group and user"),
                Map.entry("vlan", "bounded by the ids that there are"),
                Map.entry("vpc", NAMED),
                Map.entry("subnet", NAMED),
                Map.entry("ip_pool", NAMED),
                Map.entry("address_lane", OF_SUBNET),
                Map.entry("address_range", OF_SUBNET),
                Map.entry("ip_address", "bounded by the addresses that there are; a row is given again"),
                Map.entry("port", "traffic and bills name it, also after it was deleted"),
                Map.entry("port_security_group", "rows of ports, which stay"),
                Map.entry("instance_network", "one row for each instance; its generation refuses older facts"));
    }
}
