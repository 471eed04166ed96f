package io.skyholm.system.failures;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Database;
import io.skyholm.system.suite.ExtraHost;
import io.skyholm.system.suite.RunningSuite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Three hundred instances come and go by eight clients, at two replicas and on hosts of which one is unreliable, while every
 * part is killed in turn.
 */
class InstancesInAStormJourney {

    private static final int CLIENTS = 8;
    private static final int EACH = 38;
    private static final Duration CALM = Duration.ofMinutes(6);

    /** What one of the hosts does: steps fail, and reports come late, twice or never. */
    private static final String UNRELIABLE = "latency=400,failing=0.1,late=0.2,twice=0.2,never=0.1";

    private final String run = "storm" + UUID.randomUUID().toString().substring(0, 8);
    private final Semaphore allowed = new Semaphore(0);
    private final Database database = Database.asOperator();
    private final List<AutoCloseable> replicas = new ArrayList<>();

    @AfterEach
    void end() throws Exception {
        for (AutoCloseable replica : replicas) {
            replica.close();
        }
    }

    @Test
    void everyOperationEndsAndNothingIsLeftBehind() throws Exception {
        Api operator = RunningSuite.as(RunningSuite.administrator());
        startBeside(List.of(
                () -> RunningSuite.replicaOf("compute"),
                () -> RunningSuite.replicaOf("network"),
                () -> ExtraHost.joined(operator, 201, "unreliable", UNRELIABLE)));
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<List<String>>> working = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                String name = run + "-" + client;
                working.add(clients.submit(() -> new InstanceClient(operator, name, allowed).comeAndGo(EACH)));
            }
            killEveryPart();
            List<String> ids = new ArrayList<>();
            for (Future<List<String>> client : working) {
                ids.addAll(client.get());
            }
            assertThat(ids).doesNotHaveDuplicates().hasSize(CLIENTS * EACH);
            nothingIsLeft(ids);
        }
    }

    private void startBeside(List<Callable<AutoCloseable>> starts) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<AutoCloseable> started : threads.invokeAll(starts)) {
                replicas.add(started.get());
            }
        }
    }

    private void killEveryPart() {
        int all = CLIENTS * EACH;
        int share = all / (RunningSuite.PARTS.size() + 1);
        try {
            for (String part : RunningSuite.PARTS) {
                allowed.release(share);
                Eventually.until(CALM, () -> allowed.availablePermits() < share / 2);
                RunningSuite.crash(part);
            }
        } finally {
            allowed.release(all);
        }
    }

    private void nothingIsLeft(List<String> ids) {
        String these = ids.stream().collect(Collectors.joining("','", "('", "')"));
        Eventually.until(
                CALM,
                () -> database.number(
                                "select count(*) from compute.instance where status = 'DELETED' and id in " + these)
                        == ids.size());
        assertThat(database.number(
                        "select count(*) from compute.operation where ended_at is null and resource_id in " + these))
                .isZero();
        assertThat(database.number("select count(*) from compute.operation where ended_at > deadline + interval '30 s'"
                        + " and resource_id in " + these))
                .isZero();
        RunningSuite.booksAgree(CALM);
    }
}
