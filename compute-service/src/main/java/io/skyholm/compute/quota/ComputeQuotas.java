package io.skyholm.compute.quota;

import io.skyholm.events.identity.CountedKind;
import io.skyholm.runtime.quota.QuotaPolicy;
import io.skyholm.runtime.quota.RowQuota;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** What counts here beside the aggregates that are counted when they are inserted; instances are charged with all that they hold. */
@Singleton
class ComputeQuotas implements QuotaPolicy {

    private static final String OF_INSTANCE = "one row for each instance, of which the tenant's quota allows so many";
    private static final String REPLICA_OF_STORAGE = "one row for each that storage has, where it counts";
    private static final String REPLICA = "one row for each that identity has, where it counts";

    @Override
    public List<RowQuota> limited() {
        return List.of(new RowQuota(CountedKind.TEMPLATE_VERSIONS, "template_version", "true"));
    }

    @Override
    public Map<String, String> unlimited() {
        return Map.ofEntries(
                Map.entry("instance", "charged to the tenant's quota with all that it holds"),
                Map.entry("virtual_machine", OF_INSTANCE),
                Map.entry("known_network", OF_INSTANCE),
                Map.entry("known_boot_disk", OF_INSTANCE),
                Map.entry("suspended_instance", OF_INSTANCE),
                Map.entry("known_wallet", "one row for each tenant"),
                Map.entry(
                        "console_session",
                        "so many tickets, open ones, and ones begun in an hour, which the room counts; ended ones go after a day"),
                Map.entry("console_request", "of an instance's log one at a time, which goes within seconds"),
                Map.entry("known_image", REPLICA_OF_STORAGE),
                Map.entry("known_image_version", REPLICA_OF_STORAGE),
                Map.entry("instance_set_member", "at most one for each instance and set"),
                Map.entry("maintenance_notice", "one for each instance that the operator's maintenance concerns"),
                Map.entry("quota_usage", "one row for each tenant, group and user"),
                Map.entry("known_ssh_key", REPLICA));
    }
}
