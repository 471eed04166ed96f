package io.skyholm.gateway.limit;

import io.skyholm.gateway.call.Call;
import io.skyholm.gateway.call.Caller;
import io.skyholm.gateway.call.RouteClass;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All calls that are open, and how many each caller has. Who has as many as it may loses the oldest that only waits for
 * its client, so that stalled calls cannot keep others from the same address out; only when all of them wait for
 * services, the new one is refused.
 */
public final class OpenCalls {

    private static final String ALL = "all";
    private static final long TICK_MILLISECONDS = 500;

    private final int most;
    private final Map<String, Set<OpenCall>> byHolder = new HashMap<>();
    private @Nullable Promise<Void> idle;

    public OpenCalls(Vertx vertx, int most) {
        this.most = most;
        vertx.setPeriodic(TICK_MILLISECONDS, tick -> endSlow());
    }

    /** False when the caller has too many open. */
    public boolean admits(OpenCall call) {
        List<OpenCall> givenUp = new ArrayList<>();
        boolean admitted = admit(call, givenUp);
        givenUp.forEach(OpenCall::giveUp);
        return admitted;
    }

    public void ended(OpenCall call) {
        Promise<Void> waiting;
        synchronized (this) {
            remove(call);
            waiting = idle != null && isIdle() ? idle : null;
        }
        if (waiting != null) {
            waiting.tryComplete();
        }
    }

    /** Done when no call is left but streams, which have no end of their own. */
    public synchronized Future<Void> whenIdle() {
        Promise<Void> waiting = Promise.promise();
        idle = waiting;
        if (isIdle()) {
            waiting.complete();
        }
        return waiting.future();
    }

    /** Ends what is left, when only streams are. */
    public void giveUpAll() {
        all().forEach(OpenCall::giveUp);
    }

    private synchronized boolean admit(OpenCall opened, List<OpenCall> givenUp) {
        Map<String, Integer> shares = shares(opened.call());
        for (Map.Entry<String, Integer> share : shares.entrySet()) {
            Set<OpenCall> held = byHolder.getOrDefault(share.getKey(), Set.of());
            if (held.size() >= share.getValue()) {
                Optional<OpenCall> stalled =
                        held.stream().filter(OpenCall::waitsForClient).findFirst();
                if (stalled.isEmpty()) {
                    return false;
                }
                remove(stalled.get());
                givenUp.add(stalled.get());
            }
        }
        shares.keySet().forEach(holder -> byHolder.computeIfAbsent(holder, first -> new LinkedHashSet<>())
                .add(opened));
        return true;
    }

    private Map<String, Integer> shares(Call call) {
        RouteClass kind = call.routeClass();
        Caller caller = call.caller();
        Map<String, Integer> shares = new LinkedHashMap<>();
        shares.put(kind.name() + " " + caller.user(), kind.open().of(caller));
        if (caller.isKnown()) {
            shares.put(kind.name() + " " + caller.tenant(), kind.open().tenant());
        }
        caller.key()
                .ifPresent(
                        key -> shares.put(kind.name() + " " + key, kind.open().tenant()));
        caller.site()
                .ifPresent(
                        site -> shares.put(kind.name() + " " + site, kind.open().address() * Caller.SITE_SHARES));
        shares.put(ALL, most);
        return shares;
    }

    private void remove(OpenCall call) {
        for (String holder : shares(call.call()).keySet()) {
            Set<OpenCall> held = byHolder.get(holder);
            if (held != null && held.remove(call) && held.isEmpty()) {
                byHolder.remove(holder);
            }
        }
    }

    private boolean isIdle() {
        return byHolder.getOrDefault(ALL, Set.of()).stream()
                .allMatch(call -> call.call().routeClass().isStream());
    }

    private void endSlow() {
        long now = System.nanoTime();
        all().stream().filter(call -> call.isTooSlow(now)).forEach(OpenCall::giveUp);
    }

    private synchronized List<OpenCall> all() {
        return List.copyOf(byHolder.getOrDefault(ALL, Set.of()));
    }
}
