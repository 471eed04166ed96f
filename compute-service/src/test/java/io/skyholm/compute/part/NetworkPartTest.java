package io.skyholm.compute.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.compute.part.Part.Progress;
import io.skyholm.compute.part.Part.Report;
import io.skyholm.events.EventJson;
import io.skyholm.events.network.InstanceNetworkFact;
import io.skyholm.events.network.InstanceNetworkStatus;
import io.skyholm.events.network.InstancePort;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What network says of an instance's ports, as the instance waits for it and is shown with it. */
class NetworkPartTest {

    private static final UUID MACHINE = UUID.randomUUID();
    private static final InstancePort FIRST = port(false, "10.64.0.5/16", "2001:db8::5/64");
    private static final InstancePort DEFAULT_ROUTE = port(true, "2001:db8::7/64", "10.64.0.7/16", "10.64.0.8/16");

    private final NetworkPart network = new NetworkPart();

    @ParameterizedTest
    @CsvSource({"WAITING, PENDING", "RELEASING, PENDING", "READY, READY", "FAILED, FAILED", "RELEASED, RELEASED"})
    void everyStatusSaysHowFarThePartIs(InstanceNetworkStatus status, Progress progress) {
        assertThat(read(status).progress()).isEqualTo(progress);
    }

    @Test
    void beforeNetworkHasSaidAnythingItIsPending() {
        assertThat(network.read(null)).isEqualTo(Report.NONE);
        assertThat(Report.NONE.isReadyFor(on(MACHINE))).isFalse();
    }

    @Test
    void portsAreReadyOnTheMachineForWhichTheyWereMadeAlone() {
        Report report = read(InstanceNetworkStatus.READY);
        assertThat(report.isReadyFor(on(MACHINE))).isTrue();
        assertThat(report.isReadyFor(on(UUID.randomUUID()))).isFalse();
        assertThat(report.isReadyFor(on(null))).isFalse();
    }

    @Test
    void portOfTheDefaultRouteIsAttachedFirst() {
        assertThat(read(InstanceNetworkStatus.READY).attachments())
                .containsExactly(DEFAULT_ROUTE.portId(), FIRST.portId());
    }

    @Test
    void instanceIsShownWithTheAddressesOfTheDefaultRoute() {
        InstanceNetworkFact fact = fact(List.of(FIRST, DEFAULT_ROUTE));
        assertThat(NetworkListener.address(fact, address -> !address.contains(":")))
                .isEqualTo("10.64.0.7");
        assertThat(NetworkListener.address(fact, address -> address.contains(":")))
                .isEqualTo("2001:db8::7");
    }

    @Test
    void addressOfAFamilyThatTheDefaultRouteLacksIsAnotherPorts() {
        InstancePort only = port(true, "10.64.0.7/16");
        InstanceNetworkFact fact = fact(List.of(FIRST, only));
        assertThat(NetworkListener.address(fact, address -> address.contains(":")))
                .isEqualTo("2001:db8::5");
    }

    @Test
    void instanceWithoutPortsHasNoAddress() {
        assertThat(NetworkListener.address(fact(List.of()), address -> true)).isNull();
    }

    private static Part.Purpose on(@Nullable UUID machine) {
        return new Part.Purpose(machine, 1, 10);
    }

    private Report read(InstanceNetworkStatus status) {
        return network.read(
                EventJson.write(new NetworkPart.Known(status, MACHINE, null, List.of(FIRST, DEFAULT_ROUTE))));
    }

    private static InstanceNetworkFact fact(List<InstancePort> ports) {
        return new InstanceNetworkFact(
                UUID.randomUUID(), 1, UUID.randomUUID(), MACHINE, InstanceNetworkStatus.READY, null, ports);
    }

    private static InstancePort port(boolean primary, String... addresses) {
        return new InstancePort(UUID.randomUUID(), UUID.randomUUID(), "02:00:00:00:00:01", List.of(addresses), primary);
    }
}
