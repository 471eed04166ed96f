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
    private static final String REPLICA = "one row for each that identity has, where it counts";

    @Override
    public List<RowQuota> limited() {
        return List.of(new RowQuota(CountedKind.TEMPLATE_VERSIONS, "template_version", "true"));
    }

    @Override
    public Map<String, String> unlimited() {
        return Map.of(
                "instance", "charged to the tenant's quota with all that it holds",
                "virtual_machine", OF_INSTANCE,
                "known_network", OF_INSTANCE,
                "instance_set_member", "at most one for each instance and set",
                "maintenance_notice", "one for each instance that the operator's maintenance concerns",
                "quota_usage", "one row for each tenant, group and user",
                "known_ssh_key", REPLICA);
    }
}
