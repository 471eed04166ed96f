package io.skyholm.network.instance;

import static io.skyholm.events.network.InstanceNetworkStatus.FAILED;
import static io.skyholm.events.network.InstanceNetworkStatus.READY;
import static io.skyholm.events.network.InstanceNetworkStatus.RELEASED;
import static io.skyholm.events.network.InstanceNetworkStatus.RELEASING;
import static io.skyholm.events.network.InstanceNetworkStatus.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.network.InstanceNetworkStatus;
import io.skyholm.hosts.HostState;
import io.skyholm.network.port.Port;
import io.skyholm.network.port.PortPlace;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What brings an instance's network nearer to what it should be. */
class InstanceNetworkStateTest {

    private static final UUID HERE = UUID.randomUUID();
    private static final UUID THERE = UUID.randomUUID();
    private static final UUID TENANT = UUID.randomUUID();

    @Test
    void whatIsWantedIsSetUpOnceAndThenRests() {
        assertThat(wanted(null, HERE, List.of())).isEqualTo(Move.SET_UP);
        assertThat(wanted(WAITING, HERE, List.of())).isEqualTo(Move.SET_UP);
        assertThat(wanted(RELEASED, null, List.of())).isEqualTo(Move.SET_UP);
        assertThat(wanted(READY, HERE, List.of(desired()))).isEqualTo(Move.REST);
        assertThat(wanted(FAILED, HERE, List.of())).isEqualTo(Move.REST);
    }

    @Test
    void portThatTheHostKnowsOtherwiseIsTold() {
        assertThat(wanted(READY, HERE, List.of(fresh()))).isEqualTo(Move.TELL);
        assertThat(wanted(WAITING, HERE, List.of(away()))).isEqualTo(Move.TELL);
    }

    @Test
    void portsLeaveOneHostBeforeTheyAreOnAnother() {
        assertThat(wanted(READY, THERE, List.of(desired()))).isEqualTo(Move.LEAVE_HOST);
        assertThat(wanted(WAITING, THERE, List.of(away()))).isEqualTo(Move.REST);
        assertThat(move(asked(true, InstanceStatus.CREATING, HERE), READY, THERE, true, List.of(desired())))
                .isEqualTo(Move.CHANGE_HOST);
    }

    @Test
    void whatIsNotWantedLeavesAndIsGivenBackByProof() {
        assertThat(unwanted(READY, List.of(desired()), false)).isEqualTo(Move.LEAVE);
        assertThat(unwanted(RELEASING, List.of(away()), false)).isEqualTo(Move.REST);
        assertThat(unwanted(RELEASING, List.of(away()), true)).isEqualTo(Move.FINISH);
        assertThat(unwanted(READY, List.of(fresh()), false)).isEqualTo(Move.FINISH);
        assertThat(unwanted(RELEASED, List.of(), false)).isEqualTo(Move.REST);
        assertThat(unwanted(WAITING, List.of(), false)).isEqualTo(Move.SAY_RELEASED);
        assertThat(unwanted(null, List.of(), false)).isEqualTo(Move.SAY_RELEASED);
    }

    @Test
    void whatIsBeingGivenBackIsGivenBackToTheEndBeforeItIsMadeAgain() {
        assertThat(wanted(RELEASING, HERE, List.of(away()))).isEqualTo(Move.REST);
    }

    @Test
    void instanceThatIsOnlyAskedForHasNothingToRelease() {
        assertThat(move(asked(false, InstanceStatus.CREATING, null), null, null, false, List.of()))
                .isEqualTo(Move.REST);
        assertThat(move(asked(true, InstanceStatus.DELETED, HERE), null, null, false, List.of()))
                .isEqualTo(Move.SAY_RELEASED);
    }

    @Test
    void whatIsWantedWaitsForAHost() {
        assertThat(move(asked(true, InstanceStatus.CREATING, null), null, null, false, List.of()))
                .isEqualTo(Move.REST);
        assertThat(move(asked(true, InstanceStatus.CREATING, null), READY, HERE, false, List.of(desired())))
                .isEqualTo(Move.REST);
    }

    @Test
    void onePortThatTheHostKnowsOtherwiseIsEnoughToTellIt() {
        assertThat(wanted(READY, HERE, List.of(desired(), fresh()))).isEqualTo(Move.TELL);
        assertThat(wanted(READY, HERE, List.of(desired(), desired()))).isEqualTo(Move.REST);
    }

    @Test
    void allPortsLeaveBeforeAnythingIsGivenBack() {
        assertThat(unwanted(RELEASING, List.of(away(), desired()), false)).isEqualTo(Move.LEAVE);
        assertThat(unwanted(RELEASING, List.of(away(), away()), false)).isEqualTo(Move.REST);
    }

    @Test
    void portsOfAFencedHostNeedNotBeAskedToLeave() {
        assertThat(unwanted(READY, List.of(desired()), true)).isEqualTo(Move.FINISH);
    }

    /** Whoever has the instance next has no port of whoever had it, wherever it is by then. */
    @Test
    void portsOfTheTenantWhoseItWasGoBeforeThoseOfTheNextAreMade() {
        Port told = of(UUID.randomUUID());
        told.tell(true);
        assertThat(wanted(READY, HERE, List.of(told))).isEqualTo(Move.LEAVE_FORMER);
        assertThat(move(asked(true, InstanceStatus.STOPPED, null), READY, HERE, false, List.of(told)))
                .isEqualTo(Move.LEAVE_FORMER);
        assertThat(move(asked(true, InstanceStatus.STOPPED, HERE), READY, HERE, true, List.of(told)))
                .isEqualTo(Move.FINISH_FORMER);
        assertThat(unwanted(READY, List.of(told), false)).isEqualTo(Move.LEAVE);
        told.tell(false);
        assertThat(wanted(WAITING, HERE, List.of(told))).isEqualTo(Move.REST);
        assertThat(wanted(WAITING, HERE, List.of(of(UUID.randomUUID())))).isEqualTo(Move.FINISH_FORMER);
    }

    @Test
    void whatFailedOnOneHostIsTriedOnAnother() {
        assertThat(wanted(FAILED, THERE, List.of())).isEqualTo(Move.SET_UP);
    }

    private static Move wanted(@Nullable InstanceNetworkStatus status, @Nullable UUID host, List<Port> ports) {
        return move(asked(true, InstanceStatus.CREATING, HERE), status, host, false, ports);
    }

    private static Move unwanted(@Nullable InstanceNetworkStatus status, List<Port> ports, boolean hostGone) {
        return move(asked(false, InstanceStatus.DELETING, HERE), status, HERE, hostGone, ports);
    }

    private static Move move(
            RequestedNetwork asked,
            @Nullable InstanceNetworkStatus status,
            @Nullable UUID host,
            boolean hostGone,
            List<Port> ports) {
        return new InstanceNetworkState(asked, status, host, hostGone ? HostState.FENCED : HostState.IN_SERVICE, ports)
                .next();
    }

    private static RequestedNetwork asked(boolean wanted, InstanceStatus status, @Nullable UUID host) {
        UUID id = UUID.randomUUID();
        return new RequestedNetwork(id, TENANT, id, status, id, host, wanted, List.of(), null);
    }

    private static Port fresh() {
        return of(TENANT);
    }

    private static Port of(UUID tenant) {
        UUID id = UUID.randomUUID();
        return new Port(new PortPlace(id, tenant, id, id, 0), "02:00:00:00:00:01", HERE, Instant.now());
    }

    private static Port desired() {
        Port port = fresh();
        port.tell(true);
        return port;
    }

    private static Port away() {
        Port port = desired();
        port.tell(false);
        return port;
    }
}
