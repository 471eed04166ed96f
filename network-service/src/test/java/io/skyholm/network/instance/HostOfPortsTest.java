package io.skyholm.network.instance;

import static io.skyholm.events.network.InstanceNetworkStatus.READY;
import static io.skyholm.events.network.InstanceNetworkStatus.RELEASED;
import static io.skyholm.events.network.InstanceNetworkStatus.RELEASING;
import static io.skyholm.events.network.InstanceNetworkStatus.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.ThingState;
import io.skyholm.events.network.InstancePort;
import io.skyholm.network.Fresh;
import io.skyholm.network.Host;
import io.skyholm.network.Instance;
import io.skyholm.network.ToldPorts;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ports go from host to host, and are gone when that is proven. */
@QuarkusTest
class HostOfPortsTest {

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
    void fencedHostProvesThatPortsAreGoneAndTheyGoElsewhereWithTheirAddresses() {
        Fresh.subnet(owner, "10.1.0.0/24");
        Instance instance = Instance.of(owner.tenant(), center);
        instance.placed(host);
        InstancePort port = instance.hears(READY).ports().getFirst();
        Host other = Host.in(center);
        host.fenced();
        instance.placed(other);
        InstancePort moved = instance.isReadyOn(other).ports().getFirst();
        assertThat(moved).isEqualTo(port);
        assertThat(ToldPorts.desired(host.id(), port.portId())).isEmpty();
        assertThat(instance.desired(other, 2).present()).isTrue();
        host.shows(port.portId(), 1, ThingState.RUNNING);
        Eventually.holds("what came back is to go again", () -> ToldPorts.desired(host.id(), port.portId())
                .filter(desired -> !desired.present())
                .isPresent());
        DesiredPort absence = ToldPorts.desired(host.id(), port.portId()).orElseThrow();
        assertThat(absence.generation()).isEqualTo(instance.desired(other, 2).generation() + 1);
        host.saw(port.portId(), absence.generation(), ThingState.RUNNING);
        host.saw(port.portId(), absence.generation(), ThingState.ABSENT);
        Eventually.holds("what is gone is forgotten", () -> ToldPorts.desired(host.id(), port.portId())
                .isEmpty());
        assertThat(ToldPorts.tombstones(host.id(), port.portId())).containsExactly(1L, absence.generation());
        assertThat(instance.desired(other, 2).present()).isTrue();
    }

    @Test
    void portsOfAnInstanceThatMovesLeaveALivingHostFirst() {
        Fresh.subnet(owner, "10.1.0.0/24");
        Instance instance = Instance.of(owner.tenant(), center);
        instance.placed(host);
        InstancePort port = instance.hears(READY).ports().getFirst();
        Host other = Host.in(center);
        instance.placed(other);
        instance.hears(WAITING);
        DesiredPort away = instance.desired(host, 2);
        assertThat(away.present()).isFalse();
        assertThat(ToldPorts.desired(other.id(), port.portId())).isEmpty();
        host.saw(port.portId(), away.generation(), ThingState.ABSENT);
        assertThat(instance.isReadyOn(other).ports().getFirst()).isEqualTo(port);
    }

    @Test
    void anOlderReportThatComesLaterSaysNothingAgainstANewerOne() {
        Fresh.subnet(owner, "10.1.0.0/24");
        Instance instance = Instance.of(owner.tenant(), center);
        instance.placed(host);
        UUID port = instance.hears(READY).ports().getFirst().portId();
        Instant now = Instant.now();
        host.saw(port, 1, ThingState.RUNNING, now);
        host.saw(port, 1, ThingState.CHANGING, now.minusSeconds(60));
        Instance other = Instance.of(owner.tenant(), center);
        other.placed(host);
        UUID last = other.hears(READY).ports().getFirst().portId();
        host.saw(last, 1, ThingState.RUNNING);
        Eventually.holds("the last report is read", () -> "RUNNING".equals(seen(last)));
        assertThat(seen(port)).isEqualTo("RUNNING");
        host.saw(port, 1, ThingState.CHANGING, now.plusSeconds(1));
        Eventually.holds("a newer report counts", () -> "CHANGING".equals(seen(port)));
    }

    @Test
    void fencedHostEndsWhatIsToGo() {
        Fresh.subnet(owner, "10.1.0.0/24");
        Instance instance = Instance.of(owner.tenant(), center);
        instance.placed(host);
        instance.hears(READY);
        instance.unwanted(host.id());
        instance.hears(RELEASING);
        host.fenced();
        instance.hears(RELEASED);
    }

    @Test
    void portsAreSettledWhenTheirHostIsDeletedAndNothingIsWrittenToItsTopicAnyMore() {
        Fresh.subnet(owner, "10.1.0.0/24");
        Instance leaving = Instance.of(owner.tenant(), center);
        Instance moving = Instance.of(owner.tenant(), center);
        leaving.placed(host);
        moving.placed(host);
        InstancePort gone = leaving.hears(READY).ports().getFirst();
        InstancePort moved = moving.hears(READY).ports().getFirst();
        leaving.unwanted(host.id());
        leaving.hears(RELEASING);
        Host other = Host.in(center);
        moving.placed(other);
        moving.hears(WAITING);
        host.deleted();
        leaving.hears(RELEASED);
        assertThat(moving.isReadyOn(other).ports()).containsExactly(moved);
        assertThat(ToldPorts.tombstones(host.id(), gone.portId())).isEmpty();
        assertThat(ToldPorts.tombstones(host.id(), moved.portId())).isEmpty();
    }

    private static Object seen(UUID port) {
        return Sql.asSuperuser("network").value("select seen_state from port where id = ?", port);
    }
}
