package io.skyholm.network.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.host.DesiredPort;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a host is told of a port that it is not to have. */
class AbsentPortTest {

    @Test
    void nothingOfItsNetworkIsTold() {
        UUID id = UUID.randomUUID();
        DesiredPort absence = new AbsentPort(id, UUID.randomUUID(), 8, id, id, id, "02:00:00:00:00:01").absence();
        assertThat(absence.present()).isFalse();
        assertThat(absence.generation()).isEqualTo(8);
        assertThat(absence.macAddress()).isEqualTo("02:00:00:00:00:01");
        assertThat(absence.addresses()).isEmpty();
        assertThat(absence.rules()).isEmpty();
    }
}
