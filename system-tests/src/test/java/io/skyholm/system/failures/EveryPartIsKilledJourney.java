package io.skyholm.system.failures;

import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.ExtraHost;
import io.skyholm.system.suite.RunningSuite;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Every part is killed in turn while tenants, users and instances come and go and events stream in bulk, at two replicas of compute
 * and network and on hosts of which one is unreliable. One round of kills for all of them, since a kill costs a start.
 */
class EveryPartIsKilledJourney {

    /**
     * Identity and Keycloak once more at the end: what both keep of users must agree however the two die. Connect first, last and
     * between, because what it sends again is what matters most.
     */
    private static final List<String> KILLED = Stream.of(
                    Stream.of("connect"), RunningSuite.PARTS.stream(), Stream.of("identity", "keycloak", "connect"))
            .flatMap(parts -> parts)
            .toList();

    /** What one of the hosts does: steps fail, and reports come late, twice or never. */
    private static final String UNRELIABLE = "latency=400,failing=0.1,late=0.2,twice=0.2,never=0.1";

    private final List<AutoCloseable> beside = new ArrayList<>();

    @AfterEach
    void end() throws Exception {
        for (AutoCloseable started : beside) {
            started.close();
        }
    }

    @Test
    void everyAcknowledgedChangeIsThereOnceAndNothingIsLeftBehind() throws Exception {
        Api operator = RunningSuite.as(RunningSuite.administrator());
        startBeside(List.of(
                () -> RunningSuite.replicaOf("compute"),
                () -> RunningSuite.replicaOf("network"),
                () -> ExtraHost.joined(operator, ExtraHost.freshNumber(), "unreliable", UNRELIABLE)));
        List<Load<?>> loads = List.of(
                new TenantLoad(operator, KILLED.size()),
                new UserLoad(operator, KILLED.size()),
                new InstanceLoad(operator, KILLED.size()));
        EventStream events = new EventStream(KILLED);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            loads.forEach(load -> load.start(clients));
            killEveryPart(loads, events);
            events.verify();
            for (Load<?> load : loads) {
                load.verify();
            }
        }
    }

    private void startBeside(List<Callable<AutoCloseable>> starts) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<AutoCloseable> started : threads.invokeAll(starts)) {
                beside.add(started.get());
            }
        }
    }

    private static void killEveryPart(List<Load<?>> loads, EventStream events) {
        List<Pace> paces = loads.stream().<Pace>map(Load::pace).toList();
        try {
            for (String part : KILLED) {
                paces.forEach(Pace::allowShare);
                Eventually.until(Load.CALM, () -> loads.stream().allMatch(Load::isInMidShare));
                events.crash(part);
            }
        } finally {
            paces.forEach(Pace::allowAll);
        }
    }
}
