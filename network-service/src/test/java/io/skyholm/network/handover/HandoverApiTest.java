package io.skyholm.network.handover;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.events.compute.InstanceGoodsFact;
import io.skyholm.events.compute.WantedNetwork;
import io.skyholm.events.host.ThingState;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.network.InstanceNetworkFact;
import io.skyholm.events.network.InstanceNetworkStatus;
import io.skyholm.events.network.InstancePort;
import io.skyholm.network.Fresh;
import io.skyholm.network.Host;
import io.skyholm.network.Instance;
import io.skyholm.network.Quotas;
import io.skyholm.network.ToldPorts;
import io.skyholm.runtime.testing.fixtures.CountedRows;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Told;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The floating addresses and ports of an instance that goes to another tenant. */
@QuarkusTest
class HandoverApiTest {

    private static final String PATH = "/v1/addresses";

    private final UUID center = UUID.randomUUID();
    private Person giver;
    private Person receiver;
    private Host host;
    private Instance instance;
    private UUID floating;
    private WantedNetwork wanted;

    @BeforeEach
    void anInstanceWithAFloatingAddressOfThePlatform() {
        giver = Person.fresh();
        receiver = Person.fresh();
        UUID vpc = Fresh.vpc(ADMIN, "203.0.113.0/24");
        UUID subnet = ADMIN.made(
                "/v1/subnets",
                Map.of(
                        "vpcId",
                        vpc,
                        "name",
                        "public",
                        "cidrBlock",
                        "203.0.113.0/24",
                        "isPublic",
                        true,
                        "autoAssignIp",
                        false));
        UUID own = Fresh.subnet(giver, "10.0.0.0/24");
        wanted = new WantedNetwork(Fresh.subnet(receiver, "10.9.0.0/24"), null, List.of());
        host = Host.in(center);
        instance = Instance.of(giver.tenant(), center);
        instance.placed(host, new WantedNetwork(own, null, List.of()));
        instance.hears(InstanceNetworkStatus.READY);
        floating = giver.made(PATH, Map.of("subnetId", subnet));
        giver.post(PATH + "/" + floating + "/attach", Map.of("instanceId", instance.id()))
                .then()
                .statusCode(200);
    }

    private Offer offer() {
        return Offer.of(instance.id(), giver, receiver);
    }

    @Test
    void floatingAddressesGoAndPortsAreMadeAnewInTheNetworksOfTheReceiver() {
        Offer offer = offer();
        InstanceGoodsFact looked = offer.looked();
        assertThat(looked.counts()).isEqualTo(Map.of("addresses", 1L));
        assertThat(offer.accepted(1, wanted).refusal()).isNull();
        isHeld();
        assertThat(Quotas.held(giver.tenant())).isEqualTo(1);
        assertThat(Quotas.held(receiver.tenant())).isEqualTo(1);
        UUID port =
                instance.hears(InstanceNetworkStatus.READY).ports().getFirst().portId();
        offer.isDone(1);
        isTheReceivers();
        assertThat(Quotas.held(giver.tenant())).isZero();
        assertThat(Quotas.held(receiver.tenant())).isEqualTo(1);
        Instance given = goes();
        assertThat(given.hears(InstanceNetworkStatus.WAITING).ports()).isEmpty();
        assertThat(ToldPorts.desired(host.id(), port).orElseThrow().present()).isFalse();
        saysGone(port);
        InstanceNetworkFact ready = given.hears(InstanceNetworkStatus.READY);
        assertThat(ready.tenantId()).isEqualTo(receiver.tenant());
        InstancePort made = ready.ports().getFirst();
        assertThat(made.portId()).isNotEqualTo(port);
        assertThat(made.subnetId()).isEqualTo(wanted.subnetId());
        giver.get("/v1/ports?instanceId=" + instance.id())
                .then()
                .body("items.findAll { it.deletedAt == null }.size()", equalTo(0));
        receiver.post(PATH + "/" + floating + "/attach", Map.of("instanceId", instance.id()))
                .then()
                .statusCode(200);
        offer.isDone(1);
        offer.isAbandoned(1);
        receiver.get(PATH + "/" + floating).then().body("status", equalTo("ALLOCATED"));
    }

    private void isHeld() {
        String path = PATH + "/" + floating;
        refused(giver.request().post(path + "/detach"));
        refused(giver.delete(path));
        refused(giver.patch(path, Map.of("tags", List.of("mine"))));
        refused(giver.post(path + "/attach", Map.of("instanceId", instance.id())));
        receiver.get(path).then().statusCode(404);
    }

    private static void refused(Response answer) {
        answer.then().statusCode(409).body("code", equalTo("ADDRESS_BEING_TRANSFERRED"));
    }

    private void isTheReceivers() {
        Eventually.rows(
                1,
                "select count(*) from ip_address where id = ? and tenant_id = ? and transfer_id is null",
                floating,
                receiver.tenant());
        receiver.get(PATH + "/" + floating)
                .then()
                .body("status", equalTo("RESERVED"))
                .body("instanceId", nullValue());
        giver.get(PATH + "/" + floating).then().statusCode(404);
        assertThat(Told.of(floating).stream()
                        .filter(event -> String.valueOf(event.get("type")).contains(".transferred."))
                        .<Object>map(event -> event.get("tenant_id")))
                .containsExactly(giver.tenant(), receiver.tenant());
    }

    /** Compute says whose it is. */
    private Instance goes() {
        Instance given =
                new Instance(instance.id(), receiver.tenant(), receiver.id(), center, null, instance.generation());
        given.placed(host, wanted);
        return given;
    }

    private void saysGone(UUID port) {
        long generation = ToldPorts.desired(host.id(), port).orElseThrow().generation();
        host.saw(port, generation, ThingState.ABSENT);
    }

    /** Which of the two facts comes first is a matter of luck. */
    @Test
    void addressesThatArePromisedOutliveThePortsThatGoBeforeThem() {
        Offer offer = offer();
        offer.looked();
        assertThat(offer.accepted(1, wanted).refusal()).isNull();
        UUID port =
                instance.hears(InstanceNetworkStatus.READY).ports().getFirst().portId();
        Instance given = goes();
        given.hears(InstanceNetworkStatus.WAITING);
        saysGone(port);
        given.hears(InstanceNetworkStatus.READY);
        giver.get(PATH + "/" + floating).then().statusCode(200).body("status", equalTo("RESERVED"));
        refused(giver.delete(PATH + "/" + floating));
        offer.isDone(1);
        isTheReceivers();
    }

    @Test
    void whatIsAbandonedStaysAndCountsOnce() {
        Offer offer = offer();
        offer.looked();
        offer.accepted(1, wanted);
        offer.isAbandoned(1);
        Eventually.rows(0, "select count(*) from ip_address where transfer_id = ?", offer.id());
        assertThat(Quotas.held(receiver.tenant())).isZero();
        assertThat(Quotas.held(giver.tenant())).isEqualTo(1);
        giver.request().post(PATH + "/" + floating + "/detach").then().statusCode(200);
        assertThat(offer.accepted(2, wanted).counts()).isEmpty();
    }

    @Test
    void theReceiverHasNetworksAndRoomForIt() {
        Offer offer = offer();
        offer.looked();
        InstanceGoodsFact unknown =
                offer.accepted(1, new WantedNetwork(Fresh.subnet(giver, "10.1.0.0/24"), null, List.of()));
        assertThat(unknown.refusedByReceiver()).isTrue();
        InstanceGoodsFact guarded =
                offer.accepted(2, new WantedNetwork(wanted.subnetId(), null, List.of(UUID.randomUUID())));
        assertThat(guarded.refusedByReceiver()).isTrue();
        CountedRows.limit(receiver.tenant(), CountedKind.ADDRESSES, 0);
        assertThat(offer.accepted(3, wanted).refusal()).contains("addresses");
        CountedRows.limit(receiver.tenant(), CountedKind.ADDRESSES, 5);
        Quotas.ofTenant(receiver.tenant(), 0);
        assertThat(offer.accepted(4, wanted).refusal()).contains("tenant");
        giver.request().post(PATH + "/" + floating + "/detach").then().statusCode(200);
    }

    @Test
    void anAddressOfTheGiversOwnNetworkIsInTheWay() {
        UUID own = Fresh.subnet(giver, "10.2.0.0/24");
        UUID held = giver.made(PATH, Map.of("subnetId", own));
        giver.post(PATH + "/" + held + "/attach", Map.of("instanceId", instance.id()))
                .then()
                .statusCode(200);
        InstanceGoodsFact looked = offer().looked();
        assertThat(looked.refusal()).contains("detach it");
        assertThat(looked.refusedByReceiver()).isFalse();
    }
}
