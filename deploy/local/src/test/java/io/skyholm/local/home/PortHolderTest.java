package io.skyholm.local.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PortHolderTest {
    private static final List<String> TABLE = List.of(
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
            "   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 4711 1 0",
            "   1: 0100007F:1F90 0100007F:C001 01 00000000:00000000 00:00000000 00000000  1000        0 4712 1 0",
            "   2: 0100007F:1F91 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 4713 1 0");

    @Test
    void onlyAListeningSocketOfThePortHoldsIt() {
        assertThat(PortHolder.listeningSockets(TABLE, 8080)).containsExactly("socket:[4711]");
        assertThat(PortHolder.listeningSockets(TABLE, 8082)).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aTakenPortIsTracedToItsProcess() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(PortHolder.isTaken(socket.getLocalPort())).isTrue();
            assertThat(PortHolder.of(socket.getLocalPort())).contains(ProcessHandle.current());
        }
    }
}
