package io.skyholm.system.hostile;

import io.skyholm.system.suite.Door;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;

/** Clients without a login who begin requests and do not end them; one that is thrown out comes again a second later. */
final class StalledStrangers implements AutoCloseable {

    private static final byte[] BEGINNING =
            ("POST /v1/tenants HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 1000\r\n\r\n{\"name\": \"")
                    .getBytes(StandardCharsets.US_ASCII);

    private final SSLSocketFactory tls = Door.trust().getSocketFactory();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<ScheduledFuture<?>> strangers = new ArrayList<>();
    private final int many;
    private final ScheduledExecutorService threads;

    StalledStrangers(int many) {
        this.many = many;
        this.threads = Executors.newScheduledThreadPool(many, Thread.ofVirtual().factory());
    }

    /** All of them begin at once. */
    void begin() {
        for (int number = 0; number < many; number++) {
            strangers.add(threads.scheduleWithFixedDelay(this::stall, 0, 1, TimeUnit.SECONDS));
        }
    }

    private void stall() {
        URI door = Door.address();
        try (Socket connection = new Socket(door.getHost(), door.getPort())) {
            open.add(connection);
            stallAt(door, connection);
        } catch (IOException thrownOut) {
            // Whoever stalled longest makes room for the next; that is how it should be.
            return;
        }
    }

    /** Until the gateway ends the connection, or this test does. */
    private void stallAt(URI door, Socket connection) throws IOException {
        try (Socket secure = tls.createSocket(connection, door.getHost(), door.getPort(), true)) {
            secure.getOutputStream().write(BEGINNING);
            secure.getInputStream().readAllBytes();
        } finally {
            open.remove(connection);
        }
    }

    @Override
    public void close() {
        strangers.forEach(stranger -> stranger.cancel(true));
        threads.shutdown();
        open.forEach(connection -> {
            try {
                connection.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }
}
