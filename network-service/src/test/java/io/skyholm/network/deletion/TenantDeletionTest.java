package io.skyholm.network.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.compute.WantedNetwork;
import io.skyholm.events.deletion.HeldData;
import io.skyholm.network.Fresh;
import io.skyholm.network.Host;
import io.skyholm.network.Instance;
import io.skyholm.runtime.testing.fixtures.DeletedTenant;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Told;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What network has of a tenant goes when the tenant is deleted; the test plays identity, compute and host. */
@QuarkusTest
class TenantDeletionTest {

    private static final Sql SQL = Sql.asSuperuser("network");
    private static final List<String> TABLES = List.of("vpc", "subnet", "ip_pool", "place", "security_group", "port");

    private final UUID tenant = UUID.randomUUID();
    private final Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);

    @Test
    void networksGoFromTheInsideOutOncePortsAreGone() {
        UUID dataCenter = UUID.randomUUID();
        UUID vpc = Fresh.vpc(owner, "10.20.0.0/16");
        UUID subnet = Fresh.subnet(owner, vpc, "10.20.1.0/24");
        UUID pool = owner.made("/v1/address-pools", Map.of("name", "Pool", "subnetId", subnet));
        UUID place = owner.made("/v1/places", Map.of("name", "Office", "subnetId", subnet));
        UUID group = owner.made("/v1/security-groups", Map.of("name", "web", "rules", List.of()));
        UUID kept = owner.made("/v1/addresses", Map.of("subnetId", subnet, "kind", "RESERVATION"));
        Host host = Host.in(dataCenter);
        Instance instance = Instance.of(tenant, dataCenter);
        instance.placed(host, new WantedNetwork(subnet, null, List.of(group)));
        instance.isReadyOn(host);

        DeletedTenant deleted = DeletedTenant.of(tenant);
        assertThat(deleted.waits("ports", "instances").left()).isEqualTo(1);
        assertThat(Told.types(subnet)).doesNotContain("network.subnet.deleted.v1");
        assertThat(Told.types(group)).doesNotContain("network.security-group.deleted.v1");

        instance.goes(host);
        assertThat(deleted.isGone().holdings())
                .allSatisfy(held -> assertThat(held.left()).as(held.name()).isZero());
        assertThat(deleted.isGone().holdings())
                .extracting(HeldData::name)
                .contains("ports", "addresses", "places", "security groups", "subnets", "VPCs", "released addresses");
        assertThat(Told.types(kept)).endsWith("network.address.released.v1");
        assertThat(Told.types(place)).endsWith("network.place.deleted.v1");
        assertThat(Told.types(pool)).endsWith("network.address-pool.deleted.v1");
        assertThat(Told.types(group)).endsWith("network.security-group.deleted.v1");
        assertThat(Told.types(subnet)).endsWith("network.subnet.deleted.v1");
        assertThat(Told.types(vpc)).endsWith("network.vpc.deleted.v1");
        TABLES.forEach(table -> assertThat(SQL.number(
                        "select count(*) from " + table + " where tenant_id = ? and deleted_at is null", tenant))
                .as(table)
                .isZero());
        assertThat(SQL.number("select count(*) from ip_address where tenant_id = ?", tenant))
                .isZero();
    }
}
