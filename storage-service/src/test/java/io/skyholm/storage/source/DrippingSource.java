package io.skyholm.storage.source;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server of somebody else whose answers have heads that never end: a byte of them comes now and then. */
public final class DrippingSource implements AutoCloseable {

    private static final String BEGINNING = "HTTP/1.1 200 OK\r\nX-Long: ";

    private final ServerSocket server;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    public DrippingSource() throws IOException {
        this.server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/disk.raw";
    }

    /** How often it was connected to. */
    public int asked() {
        return asked.get();
    }

    /** How many connections nobody has ended. */
    public int open() {
        return open.size();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                open.add(connection);
                asked.incrementAndGet();
                Thread.ofVirtual().start(() -> drip(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void drip(Socket connection) {
        try (connection) {
            OutputStream head = connection.getOutputStream();
            head.write(BEGINNING.getBytes(StandardCharsets.US_ASCII));
            while (!stopped.await(100, TimeUnit.MILLISECONDS)) {
                head.write('x');
                head.flush();
            }
        } catch (IOException | InterruptedException ended) {
            open.remove(connection);
        }
    }

    @Override
    public void close() {
        stopped.countDown();
        try {
            server.close();
        } catch (IOException unlikely) {
            throw new UncheckedIOException(unlikely);
        }
    }
}
