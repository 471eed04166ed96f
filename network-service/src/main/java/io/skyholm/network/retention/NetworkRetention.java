package io.skyholm.network.retention;

import static java.time.Duration.ofDays;

import io.skyholm.runtime.housekeeping.Exemptions;
import io.skyholm.runtime.housekeeping.Retention;
import io.skyholm.runtime.housekeeping.RetentionPolicy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Traffic goes; networks, and the ports that were in them, stay. */
@Singleton
class NetworkRetention implements RetentionPolicy {

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
        return new Exemptions()
                .replicas("known_data_center", "known_machine", "known_instance", "known_plan", "known_tenant_vlan")
                .quotas("quota_holder")
                .named("vpc", "subnet", "ip_pool")
                .because("bounded by the ids that there are", "vlan")
                .because("rows go with their subnet", "address_lane", "address_range")
                .because("bounded by the addresses that there are; a row is given again", "ip_address")
                .because("traffic and bills name it, also after it was deleted", "port")
                .because("rows of ports, which stay", "port_security_group")
                .because("one row for each instance; its generation refuses older facts", "instance_network")
                .toMap();
    }
}
