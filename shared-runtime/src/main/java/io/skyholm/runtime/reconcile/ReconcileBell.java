package io.skyholm.runtime.reconcile;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tells the loop of a kind that there is work, so that it need not wait for its next look. */
@Singleton
class ReconcileBell {

    private final Map<String, Runnable> listeners = new ConcurrentHashMap<>();

    void ring(String kind) {
        listeners.getOrDefault(kind, () -> {}).run();
    }

    void answeredBy(String kind, Runnable listener) {
        listeners.put(kind, listener);
    }
}
