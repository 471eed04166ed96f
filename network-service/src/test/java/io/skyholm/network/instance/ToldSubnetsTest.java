package io.skyholm.network.instance;

import static io.skyholm.events.network.InstanceNetworkStatus.READY;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.PortRoute;
import io.skyholm.events.host.PortSubnet;
import io.skyholm.network.Fresh;
import io.skyholm.network.Host;
import io.skyholm.network.Instance;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What serves a VPC on a host forwards between all its subnets, so hosts are told of them. */
@QuarkusTest
class ToldSubnetsTest {

    private final Person owner = Person.fresh();
    private final UUID center = UUID.randomUUID();
    private final Host host = Host.in(center);

    @Test
    void hostsAreToldOfEverySubnetOfTheVpcAndAnewWhenOneBeginsOrEnds() {
        UUID vpc = Fresh.vpc(owner, "10.1.0.0/16");
        Fresh.subnet(owner, vpc, "10.1.1.0/24");
        Fresh.subnet(owner, "10.7.0.0/16");
        Instance instance = Instance.of(owner.tenant(), center);
        instance.placed(host);
        instance.hears(READY);
        DesiredPort first = instance.desired(host, 1);
        assertThat(first.subnets()).containsExactly(new PortSubnet(List.of("10.1.1.1/24"), List.of()));
        UUID second = owner.made(
                "/v1/subnets",
                Map.of("vpcId", vpc, "name", "second", "cidrBlock", "10.1.2.0/24", "gateway", "10.1.2.254"));
        DesiredPort told = instance.desired(host, first.generation() + 1);
        assertThat(told.subnets())
                .containsExactly(
                        new PortSubnet(List.of("10.1.1.1/24"), List.of()),
                        new PortSubnet(List.of("10.1.2.254/24"), List.of()));
        owner.delete("/v1/subnets/" + second).then().statusCode(200);
        assertThat(instance.desired(host, told.generation() + 1).subnets())
                .containsExactly(new PortSubnet(List.of("10.1.1.1/24"), List.of()));
    }

    @Test
    void aSubnetOfBothFamiliesHasARouterInEach() {
        UUID vpc = owner.made(
                "/v1/vpcs", Map.of("name", "Both", "cidrBlock", "10.1.0.0/16", "ipv6CidrBlock", "fd01::/48"));
        owner.made(
                "/v1/subnets",
                Map.of("vpcId", vpc, "name", "both", "cidrBlock", "10.1.1.0/24", "ipv6CidrBlock", "fd01:0:0:1::/64"));
        Instance instance = Instance.of(owner.tenant(), center);
        instance.placed(host);
        instance.hears(READY);
        assertThat(instance.desired(host, 1).subnets())
                .containsExactly(new PortSubnet(List.of("10.1.1.1/24", "fd01:0:0:1::1/64"), List.of()));
    }

    @Test
    void routesOfASubnetAreToldToItsGuestsAndToWhoeverForwardsForThem() {
        UUID subnet = Fresh.subnet(owner, "10.1.0.0/24");
        Instance instance = Instance.of(owner.tenant(), center);
        instance.placed(host);
        instance.hears(READY);
        DesiredPort first = instance.desired(host, 1);
        List<Map<String, String>> routes = List.of(
                Map.of("destination", "192.168.0.0/16", "nextHop", "10.1.0.9"),
                Map.of("destination", "0.0.0.0/0", "nextHop", "10.1.0.8"));
        owner.patch("/v1/subnets/" + subnet, Map.of("routes", routes)).then().statusCode(200);
        DesiredPort told = instance.desired(host, first.generation() + 1);
        assertThat(told.subnets())
                .containsExactly(new PortSubnet(
                        List.of("10.1.0.1/24"),
                        List.of(new PortRoute("192.168.0.0/16", "10.1.0.9"), new PortRoute("0.0.0.0/0", "10.1.0.8"))));
        assertThat(told.settings().routes()).containsExactly(new PortRoute("192.168.0.0/16", "10.1.0.9"));
    }
}
