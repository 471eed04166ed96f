package io.skyholm.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bounds the open connections, and closes those that have had no request for too long, however busily they trickle
 * the beginning of one.
 */
final class Connections {

    private final Limits limits;
    private final AtomicInteger all = new AtomicInteger();
    private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();
    private final Map<HttpConnection, OpenConnection> open = new ConcurrentHashMap<>();

    Connections(Vertx vertx, Limits limits) {
        this.limits = limits;
        vertx.setPeriodic(Math.max(1, limits.idle().toMillis() / 4), tick -> closeLingering());
    }

    void opened(HttpConnection connection) {
        String address = connection.remoteAddress().hostAddress();
        int count = all.incrementAndGet();
        int ofAddress = byAddress.merge(address, 1, Integer::sum);
        open.put(connection, new OpenConnection());
        connection.closeHandler(closed -> closed(connection, address));
        if (count > limits.connections() || ofAddress > limits.connectionsPerAddress()) {
            connection.close();
        }
    }

    void requestBegins(HttpConnection connection) {
        OpenConnection known = open.get(connection);
        if (known != null) {
            known.requestBegins();
        }
    }

    void requestEnds(HttpConnection connection) {
        OpenConnection known = open.get(connection);
        if (known != null) {
            known.requestEnds();
        }
    }

    private void closed(HttpConnection connection, String address) {
        if (open.remove(connection) != null) {
            all.decrementAndGet();
            byAddress.computeIfPresent(address, (key, count) -> count > 1 ? count - 1 : null);
        }
    }

    private void closeLingering() {
        long timeout = limits.idle().toNanos();
        open.forEach((connection, state) -> {
            if (state.isFreeLongerThan(timeout)) {
                connection.close();
            }
        });
    }
}
