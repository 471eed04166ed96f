package io.skyholm.network.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.network.InstanceNetworkStatus;
import io.skyholm.runtime.aggregate.Revision;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Compute is told what it does not know. */
class ToldNetworkTest {

    private static final UUID HOST = UUID.randomUUID();

    private final InstanceNetwork network = told(InstanceNetworkReport.of(InstanceNetworkStatus.READY, List.of()));

    @Test
    void whatComputeWasToldIsNoNews() {
        assertThat(network.differs(InstanceNetworkStatus.READY, null, HOST)).isFalse();
    }

    @Test
    void anotherStatusReasonOrHostIsNews() {
        assertThat(network.differs(InstanceNetworkStatus.WAITING, null, HOST)).isTrue();
        assertThat(network.differs(InstanceNetworkStatus.READY, "no address left", HOST))
                .isTrue();
        assertThat(network.differs(InstanceNetworkStatus.READY, null, UUID.randomUUID()))
                .isTrue();
        assertThat(network.differs(InstanceNetworkStatus.READY, null, null)).isTrue();
    }

    @Test
    void reasonGoesWithWhatItWasTheReasonOf() {
        network.become(new InstanceNetworkReport(InstanceNetworkStatus.WAITING, "no address left", List.of()), HOST);
        assertThat(network.reason).isEqualTo("no address left");
        network.become(InstanceNetworkReport.of(InstanceNetworkStatus.RELEASED, List.of()), null);
        assertThat(network.reason).isNull();
        assertThat(network.computeMachineId).isNull();
    }

    @Test
    void firstThatComputeHearsHasTheFirstGeneration() {
        assertThat(network.revision().generation()).isEqualTo(1);
    }

    private static InstanceNetwork told(InstanceNetworkReport news) {
        UUID id = UUID.randomUUID();
        RequestedNetwork requested =
                new RequestedNetwork(id, id, id, InstanceStatus.CREATING, id, HOST, true, List.of(), null);
        InstanceNetwork network = new InstanceNetwork(requested, news.status(), Revision.first(null, Instant.EPOCH));
        network.become(news, HOST);
        return network;
    }
}
