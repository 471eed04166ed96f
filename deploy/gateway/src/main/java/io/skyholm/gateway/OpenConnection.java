package io.skyholm.gateway;

import java.util.concurrent.atomic.AtomicInteger;

/** One client's connection: how many requests it has in progress, or since when none. */
final class OpenConnection {

    private final AtomicInteger requests = new AtomicInteger();
    private volatile long freeSince = System.nanoTime();

    void requestBegins() {
        requests.incrementAndGet();
    }

    void requestEnds() {
        freeSince = System.nanoTime();
        requests.decrementAndGet();
    }

    boolean isFreeLongerThan(long nanoseconds) {
        return requests.get() == 0 && System.nanoTime() - freeSince > nanoseconds;
    }
}
