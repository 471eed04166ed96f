package io.skyholm.network.instance;

import static io.skyholm.events.network.InstanceNetworkStatus.FAILED;
import static io.skyholm.events.network.InstanceNetworkStatus.READY;
import static io.skyholm.events.network.InstanceNetworkStatus.RELEASED;
import static io.skyholm.events.network.InstanceNetworkStatus.RELEASING;
import static io.skyholm.events.network.InstanceNetworkStatus.WAITING;
import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.compute.WantedNetwork;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.ThingState;
import io.skyholm.events.network.InstanceNetworkFact;
import io.skyholm.events.network.InstancePort;
import io.skyholm.network.Fresh;
import io.skyholm.network.Host;
import io.skyholm.network.Instance;
import io.skyholm.network.ToldPorts;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Told;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An instance finds its ports and addresses, and gives all of them back; compute and the host are played. */
@QuarkusTest
class InstanceNetworkTest {

    private static final Sql SQL = Sql.asSuperuser("network");

    private Person owner;
    private UUID center;
    private Host host;

    @BeforeEach
    void freshTenantAndHost() {
        owner = Person.fresh();
        center = UUID.randomUUID();
        host = Host.in(center);
    }

    @Test
    void placedInstanceGetsAPortInTheTenantsSubnetAndItsHostIsTold() {
        UUID subnet = Fresh.subnet(owner, "10.1.0.0/16");
        Instance instance = Instance.of(owner.tenant(), center);
        instance.placed(host);
        InstanceNetworkFact fact = instance.hears(READY);
        assertThat(fact.computeMachineId()).isEqualTo(host.id());
        InstancePort port = fact.ports().getFirst();
        assertThat(port.subnetId()).isEqualTo(subnet);
        assertThat(port.addresses()).containsExactly("10.1.0.2");
        assertThat(port.macAddress()).startsWith("02:");
        DesiredPort desired = instance.desired(host, 1);
        assertThat(desired.present()).isTrue();
        assertThat(desired.addresses()).containsExactly("10.1.0.2/16");
        assertThat(desired.gateways()).containsExactly("10.1.0.1");
        assertThat(desired.vni()).isGreaterThanOrEqualTo(4096);
        assertThat(desired.rules())
                .anyMatch(rule -> rule.inbound() && rule.peer().equals("10.1.0.0/16"));
        owner.get("/v1/ports?instanceId=" + instance.id()).then().statusCode(200);
    }

    @Test
    void deletedInstanceGivesItsAddressBackOnceTheHostHasProvenThatThePortIsGone() {
        Fresh.subnet(owner, "10.1.0.0/30");
        Instance instance = Instance.of(owner.tenant(), center);
        instance.placed(host);
        InstancePort port = instance.hears(READY).ports().getFirst();
        instance.unwanted(host.id());
        instance.hears(RELEASING);
        DesiredPort away = instance.desired(host, 2);
        assertThat(away.present()).isFalse();
        host.saw(port.portId(), 1, ThingState.ABSENT);
        host.sawByImpostor(port.portId(), away.generation(), ThingState.ABSENT);
        host.saw(port.portId(), away.generation(), ThingState.RUNNING);
        Eventually.holds(
                "the host was heard",
                () -> SQL.number("select count(*) from port where id = ? and seen_state = 'RUNNING'", port.portId())
                        == 1);
        assertThat(status("10.1.0.2")).isEqualTo("ALLOCATED");
        host.saw(port.portId(), away.generation(), ThingState.ABSENT);
        assertThat(instance.hears(RELEASED).ports()).isEmpty();
        assertThat(ToldPorts.desired(host.id(), port.portId())).isEmpty();
        Eventually.holds("it cools down", () -> status("10.1.0.2").equals("AVAILABLE"));
        Instance next = Instance.of(owner.tenant(), center);
        next.placed(host);
        assertThat(next.hears(READY).ports().getFirst().addresses()).containsExactly("10.1.0.2");
    }

    @Test
    void instanceWaitsWithAReasonWhileNoAddressIsFree() {
        UUID subnet = Fresh.subnet(owner, "10.1.0.0/30");
        UUID held = owner.made("/v1/addresses", Map.of("subnetId", subnet));
        Instance instance = Instance.of(owner.tenant(), center);
        instance.placed(host);
        assertThat(instance.hears(WAITING).reason()).contains("no address left");
        assertThat(SQL.number("select count(*) from port where instance_id = ?", instance.id()))
                .isZero();
        owner.delete("/v1/addresses/" + held).then().statusCode(200);
        instance.hears(READY);
    }

    @Test
    void whatCanNeverBeIsFailedWithAReasonAndLeavesNothing() {
        UUID subnet = Fresh.subnet(owner, "10.1.0.0/24");
        UUID foreign = Fresh.subnet(Person.fresh(), "10.2.0.0/24");
        failed("names a subnet", new WantedNetwork(foreign, null, List.of()));
        failed("must be the address of a host", new WantedNetwork(subnet, "10.9.0.1", List.of()));
        failed("gateway", new WantedNetwork(subnet, "10.1.0.1", List.of()));
        failed("security group", new WantedNetwork(subnet, null, List.of(UUID.randomUUID())));
        owner.made("/v1/addresses", Map.of("subnetId", subnet, "ipAddress", "10.1.0.9"));
        failed("Somebody has this address", new WantedNetwork(subnet, "10.1.0.9", List.of()));
        assertThat(SQL.number("select count(*) from ip_address where subnet_id = ?", subnet))
                .isOne();
    }

    @Test
    void instanceThatIsHeardOfBeforeItsDataCenterWaits() {
        Instance instance = Instance.of(owner.tenant(), center);
        instance.placed(host);
        assertThat(instance.hears(WAITING).reason()).contains("not known yet");
        SQL.change("insert into known_data_center values (?, 1, ?, 'ACTIVE')", center, "center " + center);
        assertThat(instance.hears(FAILED).reason()).contains("has no default one");
    }

    @Test
    void withoutASubnetOfItsOwnATenantHasThePlatformsPublicOne() {
        SQL.change("insert into known_data_center values (?, 1, ?, 'ACTIVE')", center, "center " + center);
        failed("has no default one");
        UUID vpc = ADMIN.made(
                "/v1/vpcs",
                Map.of("name", "public " + center, "cidrBlock", "10.64.0.0/16", "edgeDataCenterId", center));
        UUID subnet = ADMIN.made(
                "/v1/subnets", Map.of("vpcId", vpc, "name", "public", "cidrBlock", "10.64.0.0/16", "isPublic", true));
        Instance instance = Instance.of(owner.tenant(), center);
        instance.placed(host);
        assertThat(instance.hears(READY).ports().getFirst().subnetId()).isEqualTo(subnet);
        assertThat(SQL.number("select held from quota_holder where id = ?", owner.tenant()))
                .isOne();
        instance.goes(host);
        assertThat(SQL.number("select held from quota_holder where id = ?", owner.tenant()))
                .isZero();
        SQL.change("update subnet set auto_assign_ip = false where id = ?", subnet);
    }

    @Test
    void severalPortsHaveAddressesOfBothFamilies() {
        UUID vpc = owner.made(
                "/v1/vpcs",
                Map.of(
                        "name",
                        "Both",
                        "cidrBlock",
                        "10.1.0.0/16",
                        "ipv6CidrBlock",
                        "fd01::/48",
                        "dnsServers",
                        List.of("9.9.9.9")));
        UUID both = owner.made(
                "/v1/subnets",
                Map.of("vpcId", vpc, "name", "both", "cidrBlock", "10.1.1.0/24", "ipv6CidrBlock", "fd01:0:0:1::/64"));
        UUID other = Fresh.subnet(owner, vpc, "10.1.2.0/24");
        Instance instance = Instance.of(owner.tenant(), center);
        instance.placed(
                host, new WantedNetwork(both, "10.1.1.77", List.of()), new WantedNetwork(other, null, List.of()));
        InstanceNetworkFact fact = instance.hears(READY);
        assertThat(fact.ports().getFirst().addresses()).containsExactly("10.1.1.77", "fd01:0:0:1::2");
        assertThat(fact.ports().getFirst().primary()).isTrue();
        assertThat(fact.ports().getLast().addresses()).containsExactly("10.1.2.2");
        DesiredPort desired = instance.desired(host, 1);
        assertThat(desired.addresses()).containsExactly("10.1.1.77/24", "fd01:0:0:1::2/64");
        assertThat(desired.gateways()).containsExactly("10.1.1.1", "fd01:0:0:1::1");
        assertThat(desired.nameServers()).containsExactly("9.9.9.9");
    }

    @Test
    void guestsAreToldWhatADocumentOfThePlatformSettles() {
        UUID document = ADMIN.made("/v1/networking-configs", Map.of("type", "MTU", "config", Map.of("mtu", 1400)));
        Instance instance = Instance.of(owner.tenant(), center);
        instance.placed(host, new WantedNetwork(Fresh.subnet(owner, "10.1.0.0/24"), null, List.of()));
        instance.hears(READY);
        assertThat(instance.desired(host, 1).settings().mtu()).isEqualTo(1400);
        ADMIN.delete("/v1/networking-configs/" + document).then().statusCode(200);
        assertThat(SQL.number("select count(*) from port where instance_id = ? and is_stale", instance.id()))
                .as("ports that are told anew")
                .isOne();
    }

    @Test
    void ofAnInstanceThatNeverHadPortsThereIsNothing() {
        Instance unknown = Instance.of(owner.tenant(), center);
        unknown.unwanted(host.id());
        assertThat(unknown.hears(RELEASED).ports()).isEmpty();
        Instance beginning = Instance.of(owner.tenant(), center);
        beginning.asked();
        beginning.unwanted(null);
        beginning.hears(RELEASED);
        assertThat(Told.types(beginning.id())).hasSize(1);
    }

    @Test
    void manyAtOnceHaveEachAnAddressOfTheirOwn() {
        UUID subnet = Fresh.subnet(owner, "10.1.0.0/26");
        List<Instance> instances = Crowd.of(6, number -> {
            Instance instance = Instance.of(owner.tenant(), center);
            instance.placed(host);
            return instance;
        });
        List<String> addresses = instances.stream()
                .flatMap(instance -> instance.hears(READY).ports().getFirst().addresses().stream())
                .toList();
        assertThat(addresses).hasSize(6).doesNotHaveDuplicates();
        Crowd.of(6, number -> {
            instances.get(number).goes(host);
            return number;
        });
        Eventually.holds(
                "all is given back",
                () -> SQL.number(
                                "select count(*) from ip_address where subnet_id = ? and status <> 'AVAILABLE'", subnet)
                        == 0);
        owner.get("/v1/addresses/leaks").then().statusCode(200);
        assertThat(owner.get("/v1/addresses/leaks").jsonPath().getList("items")).isEmpty();
    }

    private void failed(String reason, WantedNetwork... networks) {
        Instance instance = Instance.of(owner.tenant(), center);
        instance.placed(host, networks);
        assertThat(instance.hears(FAILED).reason()).contains(reason);
        instance.unwanted(host.id());
        instance.hears(RELEASED);
    }

    private String status(String address) {
        return String.valueOf(SQL.value(
                "select status from ip_address where tenant_id = ? and ip_address = ?", owner.tenant(), address));
    }
}
