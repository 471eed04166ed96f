package io.skyholm.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.local.BoundedWait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
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

    @Test
    void whatIsBeingLeftIsWaitedForAndWhatIsHeldIsNot() throws Exception {
        try (ServerSocket held = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(PortCheck.isFreeSoon(held.getLocalPort())).isFalse();
            Thread end = Thread.startVirtualThread(() -> {
                BoundedWait.pause(Duration.ofMillis(300));
                close(held);
            });
            assertThat(PortCheck.isFreeSoon(held.getLocalPort())).isTrue();
            end.join();
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
