package io.skyholm.network.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.compute.WantedNetwork;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What compute asks for. */
class RequestedNetworkTest {

    @Test
    void whoAsksForNothingInParticularGetsOnePort() {
        assertThat(requested(InstanceStatus.CREATING, true, List.of()).ports())
                .containsExactly(new WantedNetwork(null, null, List.of()));
    }

    @Test
    void whatIsNamedIsWhatIsAskedFor() {
        WantedNetwork named = new WantedNetwork(UUID.randomUUID(), "10.0.0.9", List.of());
        assertThat(requested(InstanceStatus.CREATING, true, List.of(named)).ports())
                .containsExactly(named);
    }

    @ParameterizedTest
    @CsvSource({"RUNNING, true, true", "RUNNING, false, false", "DELETED, true, false"})
    void portsAreWantedUntilTheInstanceIsGone(InstanceStatus status, boolean wanted, boolean there) {
        assertThat(requested(status, wanted, List.of()).isWanted()).isEqualTo(there);
    }

    @Test
    void instanceThatHasNoHostYetHasNeverHadAPort() {
        assertThat(requested(InstanceStatus.CREATING, false, List.of()).isBeginning())
                .isTrue();
        assertThat(requested(InstanceStatus.DELETING, false, List.of()).isBeginning())
                .isFalse();
    }

    private static RequestedNetwork requested(InstanceStatus status, boolean wanted, List<WantedNetwork> networks) {
        UUID id = UUID.randomUUID();
        return new RequestedNetwork(id, id, id, status, id, null, wanted, networks, null);
    }
}
