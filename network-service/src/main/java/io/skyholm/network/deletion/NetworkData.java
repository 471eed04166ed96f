package io.skyholm.network.deletion;

import io.skyholm.deletion.DataPolicy;
import io.skyholm.events.deletion.DataOwner;
import jakarta.inject.Singleton;
import java.util.Map;

/** The tables of network that a deletion leaves as they are. */
@Singleton
class NetworkData implements DataPolicy {

    private static final String REPLICA = "ids and limits; the generation refuses older facts";
    private static final String BILLED = "what was carried is billed, and goes by itself after two years";
    private static final String TENANTS = "it stays its tenant's; the id of whoever created it names nobody any more";

    @Override
    public Map<String, String> kept(DataOwner owner) {
        return switch (owner) {
            case TENANT ->
                Map.ofEntries(
                        Map.entry("known_instance", REPLICA),
                        Map.entry("quota_holder", REPLICA),
                        Map.entry("known_tenant_vlan", "the tenant's last fact has cleared it"),
                        Map.entry("instance_network", "one row for each instance, which bills name"),
                        Map.entry("traffic", BILLED),
                        Map.entry("traffic_counter", BILLED));
            case USER ->
                Map.ofEntries(
                        Map.entry("known_instance", REPLICA),
                        Map.entry("vpc", TENANTS),
                        Map.entry("ip_address", TENANTS));
        };
    }
}
