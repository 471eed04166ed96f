package io.skyholm.system.hostile;

import io.skyholm.system.suite.Door;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Clients without a login who begin requests and do not end them; one that is thrown out comes again. */
final class StalledStrangers implements AutoCloseable {

    private static final byte[] BEGINNING =
            ("POST /v1/tenants HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 1000\r\n\r\n{\"name\": \"")
                    .getBytes(StandardCharsets.US_ASCII);

    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();

    /** So many of them begin at once. */
    void begin(int many) {
        for (int number = 0; number < many; number++) {
            begin();
        }
    }

    private void begin() {
        try {
            Socket socket = Door.trust()
                    .getSocketFactory()
                    .createSocket(Door.address().getHost(), Door.address().getPort());
            open.add(socket);
            socket.getOutputStream().write(BEGINNING);
        } catch (IOException thrownOut) {
            // Whoever stalled longest makes room for the next; that is how it should be.
            return;
        }
    }

    @Override
    public void close() {
        open.forEach(socket -> {
            try {
                socket.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }
}
