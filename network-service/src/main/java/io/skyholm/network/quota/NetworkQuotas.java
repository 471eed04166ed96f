package io.skyholm.network.quota;

import io.skyholm.events.identity.CountedKind;
import io.skyholm.runtime.quota.QuotaPolicy;
import io.skyholm.runtime.quota.RowQuota;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/**
 * What counts here beside the aggregates that are counted when they are inserted; ports and what they carry come with instances. A
 * VPC counts before it is given a number of its network, which a refusal would not give back.
 */
@Singleton
class NetworkQuotas implements QuotaPolicy {

    private static final String OF_INSTANCE = "comes with instances, of which the tenant's quota allows so many";

    @Override
    public List<RowQuota> limited() {
        return List.of(
                RowQuota.ofLiving(CountedKind.VPCS, "vpc"),
                new RowQuota(
                        CountedKind.ADDRESSES, "ip_address", "kind <> 'PORT' and status in ('ALLOCATED', 'RESERVED')"));
    }

    @Override
    public Map<String, String> unlimited() {
        return Map.of(
                "instance_network", OF_INSTANCE,
                "known_instance", OF_INSTANCE,
                "port", OF_INSTANCE,
                "traffic", "one row for each port and month",
                "traffic_counter", OF_INSTANCE,
                "quota_holder", "one row for each tenant, group and user",
                "known_tenant_vlan", "one row for each tenant");
    }
}
