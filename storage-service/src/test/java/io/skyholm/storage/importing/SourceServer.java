package io.skyholm.storage.importing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.skyholm.storage.Fresh;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server of somebody else, which has bytes at {@code /disk.raw} and cuts lines when it is told to. */
final class SourceServer implements AutoCloseable {

    private static final int SOME = 200_000;
    private static final int LITTLE = 4096;

    private final HttpServer server;
    private final byte[] bytes;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicInteger ended = new AtomicInteger();
    private final List<String> ranges = new CopyOnWriteArrayList<>();
    private volatile int cutAt = Integer.MAX_VALUE;
    private volatile boolean knowsRanges = true;
    private volatile boolean restless;
    private volatile boolean slow;

    SourceServer(byte[] bytes) throws IOException {
        this.bytes = bytes;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/disk.raw", this::send);
        server.createContext("/moved", exchange -> redirect(exchange, "/disk.raw"));
        server.createContext("/hostile", exchange -> redirect(exchange, "http://127.0.0.2:" + port() + "/disk.raw"));
        server.createContext("/circle", exchange -> redirect(exchange, "/circle"));
        server.start();
    }

    private int port() {
        return server.getAddress().getPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /** The next line is cut behind so many bytes. */
    SourceServer cuttingOnce(int at) {
        cutAt = at;
        return this;
    }

    SourceServer withoutRanges() {
        knowsRanges = false;
        return this;
    }

    /** Each time it has other bytes, and cuts the line behind some of them. */
    SourceServer restless() {
        restless = true;
        return this;
    }

    /** It sends a little at a time, for longer than any test takes. */
    SourceServer slowly() {
        slow = true;
        return this;
    }

    /** How often somebody ended a line before all had come. */
    int ended() {
        return ended.get();
    }

    /** What was asked for, in its order; an empty text where all was. */
    List<String> ranges() {
        return new ArrayList<>(ranges);
    }

    private void send(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(range == null ? "" : range);
        if (restless) {
            sendOther(exchange);
            return;
        }
        if (slow) {
            sendSlowly(exchange);
            return;
        }
        int from = range == null || !knowsRanges ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        int end = Math.min(cutAt, bytes.length);
        cutAt = Integer.MAX_VALUE;
        exchange.getResponseHeaders().add("ETag", "\"" + Fresh.hex("MD5", bytes) + "\"");
        exchange.getResponseHeaders()
                .add("Content-Range", "bytes %d-%d/%d".formatted(from, bytes.length - 1, bytes.length));
        try (exchange) {
            exchange.sendResponseHeaders(from > 0 ? 206 : 200, bytes.length - from);
            exchange.getResponseBody().write(Arrays.copyOfRange(bytes, from, Math.max(from, end)));
        }
    }

    private void sendOther(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("ETag", "\"" + ranges.size() + "\"");
        try (exchange) {
            exchange.sendResponseHeaders(200, bytes.length + ranges.size());
            exchange.getResponseBody().write(bytes, 0, SOME);
        }
    }

    private void sendSlowly(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(200, bytes.length);
            for (int from = 0; !isStopped(); from += LITTLE) {
                exchange.getResponseBody().write(bytes, from, LITTLE);
                exchange.getResponseBody().flush();
            }
        } catch (IOException gone) {
            ended.incrementAndGet();
        }
    }

    private boolean isStopped() {
        try {
            return stopped.await(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void redirect(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().add("Location", location);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    @Override
    public void close() {
        stopped.countDown();
        server.stop(0);
    }
}
