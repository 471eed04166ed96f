package io.skyholm.compute.deletion;

import io.skyholm.deletion.DataPolicy;
import io.skyholm.events.deletion.DataOwner;
import jakarta.inject.Singleton;
import java.util.Map;

/** The tables of compute that a deletion leaves as they are. */
@Singleton
class ComputeData implements DataPolicy {

    private static final String BILLED = "bills name the instance that it is of";
    private static final String REPLICA = "ids and limits; the generation refuses older facts";
    private static final String TENANTS = "it stays its tenant's; the id of whoever created it names nobody any more";

    @Override
    public Map<String, String> kept(DataOwner owner) {
        return switch (owner) {
            case TENANT ->
                Map.ofEntries(
                        Map.entry("virtual_machine", BILLED),
                        Map.entry("known_network", BILLED),
                        Map.entry("quota_usage", REPLICA),
                        Map.entry("known_member", REPLICA),
                        Map.entry("template_group", REPLICA),
                        Map.entry("template_group_member", REPLICA),
                        Map.entry(
                                "template_version",
                                "without its user data: instances say by it what they were created from"),
                        Map.entry(
                                "maintenance_notice",
                                "what the tenant was told, which goes by itself 180 days after its end"));
            case USER ->
                Map.ofEntries(
                        Map.entry("instance", TENANTS),
                        Map.entry("instance_set", TENANTS),
                        Map.entry("template", TENANTS),
                        Map.entry("instance_set_member", TENANTS),
                        Map.entry("known_member", REPLICA),
                        Map.entry("template_group_member", REPLICA),
                        Map.entry("maintenance_notice", "the id of who chose; the notice goes by itself"));
        };
    }
}
