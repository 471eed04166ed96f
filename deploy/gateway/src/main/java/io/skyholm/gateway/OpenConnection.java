package io.skyholm.gateway;

import io.skyholm.gateway.call.ClientAddresses;
import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** One client's connection: how many requests it has in progress, or since when none, and whether we know the client. */
final class OpenConnection {

    private final HttpConnection connection;
    private final Optional<String> site;
    private volatile String holder;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicBoolean leaving = new AtomicBoolean();
    private volatile boolean used;
    private volatile boolean known;
    private volatile boolean http2;
    private volatile long freeSince = System.nanoTime();

    OpenConnection(HttpConnection connection, String address) {
        this.connection = connection;
        this.holder = ClientAddresses.counted(address);
        this.site = ClientAddresses.countedWider(address);
    }

    /** The wider block of the address, as long as no valid token has come on it. */
    Optional<String> site() {
        return known ? Optional.empty() : site;
    }

    /** Whom it counts for: the address it comes from, or the tenant whose token came on it. */
    String holder() {
        return holder;
    }

    void requestBegins(boolean multiplexed) {
        used = true;
        http2 = multiplexed;
        requests.incrementAndGet();
    }

    void requestEnds() {
        freeSince = System.nanoTime();
        requests.decrementAndGet();
    }

    void isOf(String tenant) {
        known = true;
        holder = tenant;
    }

    boolean isStrangers() {
        return !known;
    }

    boolean isFree() {
        return requests.get() == 0;
    }

    /** A connection that has had no request yet has less time than one whose client may come back. */
    boolean lingers(Limits limits) {
        long most = (used ? limits.idle() : limits.firstRequest()).toNanos();
        return isFree() && System.nanoTime() - freeSince > most;
    }

    void close() {
        connection.close();
    }

    /** Closes it when it has no request: HTTP/2 tells the client to begin no more, HTTP/1.1 closes between two. */
    void closeWhenFree(Duration most) {
        if (http2) {
            if (!leaving.getAndSet(true)) {
                connection.shutdown(most.toMillis(), TimeUnit.MILLISECONDS);
            }
        } else if (isFree()) {
            connection.close();
        }
    }
}
