package io.skyholm.gateway;

import io.skyholm.gateway.call.Caller;
import io.skyholm.gateway.call.ClientAddresses;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the open connections, and closes those that have had no request for too long, however busily they trickle
 * the beginning of one. Where there are too many, the oldest that does nothing makes room for the new one, of
 * whoever has the most: neither stalled strangers nor known tenants can keep others out.
 */
final class Connections {

    private static final int TENANTS_AT_LEAST = 4;

    /** What tenants may not take of all connections, so that a stranger always finds one to replace. */
    private static final double STRANGERS_RESERVE = 0.25;

    private final Limits limits;
    private final ClientAddresses addresses;
    private final boolean onlyFromProxies;
    private final Map<HttpConnection, OpenConnection> open = new LinkedHashMap<>();
    private final Map<String, Integer> byHolder = new HashMap<>();
    private int known;
    private @Nullable Promise<Void> drained;

    /** With the PROXY protocol everybody could say whom they stand for, so then only trusted proxies may connect. */
    Connections(Vertx vertx, Limits limits, ClientAddresses addresses, boolean proxyProtocol) {
        this.limits = limits;
        this.addresses = addresses;
        this.onlyFromProxies = proxyProtocol;
        long shortest = Math.min(limits.idle().toMillis(), limits.firstRequest().toMillis());
        vertx.setPeriodic(Math.max(1, shortest / 4), tick -> closeLingering());
    }

    void opened(HttpConnection connection) {
        if (onlyFromProxies && !addresses.isTrusted(connection.remoteAddress(true))) {
            connection.close();
            return;
        }
        OpenConnection opened =
                new OpenConnection(connection, connection.remoteAddress().hostAddress());
        connection.closeHandler(closed -> closed(connection));
        boolean ofProxy = addresses.standsForOthers(connection.remoteAddress());
        for (OpenConnection superfluous : admit(connection, opened, ofProxy)) {
            superfluous.close();
        }
    }

    void requestBegins(HttpServerRequest request) {
        OpenConnection known = get(request.connection());
        if (known != null) {
            known.requestBegins(request.version() == HttpVersion.HTTP_2);
        }
    }

    void requestEnds(HttpConnection connection) {
        OpenConnection known = get(connection);
        if (known != null) {
            known.requestEnds();
            if (whenDrained() != null) {
                known.closeWhenFree(limits.drain());
            }
        }
    }

    /**
     * A valid token has come on it: from now on it counts for its tenant, as long as that has not too many, or one tenant
     * could keep all others out, and all tenants together leave the strangers' reserve.
     */
    synchronized void isOf(HttpConnection connection, String tenant) {
        OpenConnection strangers = open.get(connection);
        if (strangers != null
                && strangers.isStrangers()
                && count(tenant) < limits.connections() / TENANTS_AT_LEAST
                && known < limits.connections() * (1 - STRANGERS_RESERVE)) {
            uncount(strangers);
            known++;
            strangers.isOf(tenant);
            count(strangers, 1);
        }
    }

    /** From now on takes no connection, and closes each as soon as it has no request; done when none is left. */
    Future<Void> drain() {
        Promise<Void> none = Promise.promise();
        List<OpenConnection> left;
        synchronized (this) {
            drained = none;
            left = List.copyOf(open.values());
        }
        if (left.isEmpty()) {
            none.tryComplete();
        }
        left.forEach(connection -> connection.closeWhenFree(limits.drain()));
        return none.future();
    }

    /** Closes what is left, when only streams are. */
    void closeAll() {
        List<OpenConnection> left;
        synchronized (this) {
            left = List.copyOf(open.values());
        }
        left.forEach(OpenConnection::close);
    }

    private synchronized @Nullable Promise<Void> whenDrained() {
        return drained;
    }

    private synchronized List<OpenConnection> admit(HttpConnection connection, OpenConnection opened, boolean ofProxy) {
        open.put(connection, opened);
        count(opened, 1);
        if (drained != null) {
            return List.of(opened);
        }
        List<OpenConnection> superfluous = new ArrayList<>();
        if (!ofProxy && count(opened.holder()) > limits.connectionsPerAddress()) {
            superfluous.add(
                    oldest(other -> other.holder().equals(opened.holder())).orElse(opened));
        } else if (!ofProxy && opened.site().filter(this::isFull).isPresent()) {
            superfluous.add(oldest(other -> other.site().equals(opened.site())).orElse(opened));
        }
        if (open.size() > limits.connections()) {
            superfluous.add(new Replacement(open.values(), known, limits.connections(), this::count).of(opened));
        }
        return superfluous;
    }

    /** Of strangers, first one that does nothing. */
    private Optional<OpenConnection> oldest(Predicate<OpenConnection> which) {
        return first(which.and(OpenConnection::isFree)).or(() -> first(which));
    }

    private Optional<OpenConnection> first(Predicate<OpenConnection> which) {
        return open.values().stream()
                .filter(OpenConnection::isStrangers)
                .filter(which)
                .findFirst();
    }

    private synchronized @Nullable OpenConnection get(HttpConnection connection) {
        return open.get(connection);
    }

    /** Also told of connections that became WebSockets, whose end nobody else tells. */
    void closed(HttpConnection connection) {
        Promise<Void> none;
        synchronized (this) {
            OpenConnection gone = open.remove(connection);
            if (gone != null) {
                uncount(gone);
                known -= gone.isStrangers() ? 0 : 1;
            }
            none = open.isEmpty() ? drained : null;
        }
        if (none != null) {
            none.tryComplete();
        }
    }

    private boolean isFull(String site) {
        return count(site) > limits.connectionsPerAddress() * Caller.SITE_SHARES;
    }

    private void uncount(OpenConnection connection) {
        count(connection, -1);
    }

    private void count(OpenConnection connection, int more) {
        Stream.concat(Stream.of(connection.holder()), connection.site().stream())
                .forEach(holder -> byHolder.merge(
                        holder, more, (before, change) -> before + change == 0 ? null : before + change));
    }

    private int count(String holder) {
        return byHolder.getOrDefault(holder, 0);
    }

    private void closeLingering() {
        List<OpenConnection> lingering;
        synchronized (this) {
            lingering = open.values().stream()
                    .filter(connection -> connection.lingers(limits))
                    .toList();
        }
        lingering.forEach(OpenConnection::close);
    }
}
