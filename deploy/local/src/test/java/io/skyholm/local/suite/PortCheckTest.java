package io.skyholm.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortCheckTest {
    @Test
    void theMessageSaysWhichPortWhoHasItAndHowToChangeIt() {
        assertThat(PortCheck.taken("kafka_controller", 19_093, Optional.of("process 42 (nc -l 19093)")))
                .hasMessageContainingAll(
                        "port 19093",
                        "kafka controller",
                        "process 42 (nc -l 19093)",
                        "SKYHOLM_PORT_KAFKA_CONTROLLER=19094");
    }

    @Test
    void aHolderWeMayNotSeeIsStillSomebody() {
        assertThat(PortCheck.taken("kafka", 19_092, Optional.empty())).hasMessageContaining("another user");
    }
}
