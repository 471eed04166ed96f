package io.skyholm.network.instance;

import static io.skyholm.events.network.InstanceNetworkStatus.FAILED;
import static io.skyholm.events.network.InstanceNetworkStatus.READY;
import static io.skyholm.events.network.InstanceNetworkStatus.RELEASED;
import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.compute.WantedNetwork;
import io.skyholm.network.Fresh;
import io.skyholm.network.Host;
import io.skyholm.network.Instance;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.UserGroups;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An instance that was made within a project joins what belongs to the project, or to the platform, and nothing else of its tenant. */
@QuarkusTest
class NetworksOfProjectsTest {

    private static final Sql SQL = Sql.asSuperuser("network");

    private final UUID tenant = UUID.randomUUID();
    private final UUID center = UUID.randomUUID();
    private final Person seller = Person.in(tenant, BuiltInRole.USER);
    private final Person researcher = Person.in(tenant, BuiltInRole.USER);
    private UUID shop = UUID.randomUUID();
    private UUID theirs = UUID.randomUUID();
    private Host host;

    @BeforeEach
    void anotherProjectsSubnetIsThere() {
        host = Host.in(center);
        shop = UserGroups.known(tenant);
        UserGroups.join(tenant, shop, seller.id());
        UserGroups.join(tenant, UserGroups.known(tenant), researcher.id());
        theirs = Fresh.subnet(researcher, "10.7.0.0/24");
    }

    @Test
    void networkOfAnotherProjectIsRefusedAsAForeignOne() {
        UUID foreign = Fresh.subnet(Person.fresh(), "10.8.0.0/24");
        assertThat(refused(theirs)).isEqualTo(refused(foreign)).contains("names a subnet");
        Instance unlimited = Instance.of(tenant, center);
        unlimited.placed(host, new WantedNetwork(theirs, null, List.of()));
        assertThat(joined(unlimited)).isEqualTo(theirs);
    }

    @Test
    void whatTheProjectOwnsIsJoinedByNameAndByDefault() {
        UUID own = Fresh.subnet(seller, "10.9.0.0/24");
        Instance named = Instance.within(tenant, center, shop);
        named.placed(host, new WantedNetwork(own, null, List.of()));
        assertThat(joined(named)).isEqualTo(own);
        Instance usual = Instance.within(tenant, center, shop);
        usual.placed(host);
        assertThat(joined(usual)).isEqualTo(own);
    }

    @Test
    void whoHasNoneOfTheirOwnJoinsThePlatformsPublicOne() {
        SQL.change("insert into known_data_center values (?, 1, ?, 'ACTIVE')", center, "center " + center);
        UUID vpc = ADMIN.made(
                "/v1/vpcs",
                Map.of("name", "public " + center, "cidrBlock", "10.66.0.0/16", "edgeDataCenterId", center));
        UUID open = ADMIN.made(
                "/v1/subnets", Map.of("vpcId", vpc, "name", "public", "cidrBlock", "10.66.0.0/16", "isPublic", true));
        Instance instance = Instance.within(tenant, center, shop);
        instance.placed(host);
        assertThat(joined(instance)).isEqualTo(open);
    }

    @Test
    void projectThatIsWorthNothingHasNoNetworks() {
        Instance instance = Instance.within(tenant, center);
        instance.placed(host, new WantedNetwork(theirs, null, List.of()));
        assertThat(instance.hears(FAILED).reason()).contains("names a subnet");
    }

    private String refused(UUID subnet) {
        Instance instance = Instance.within(tenant, center, shop);
        instance.placed(host, new WantedNetwork(subnet, null, List.of()));
        String reason = String.valueOf(instance.hears(FAILED).reason());
        instance.unwanted(host.id());
        instance.hears(RELEASED);
        return reason;
    }

    private static UUID joined(Instance instance) {
        return instance.hears(READY).ports().getFirst().subnetId();
    }
}
