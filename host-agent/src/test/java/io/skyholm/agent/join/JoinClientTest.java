package io.skyholm.agent.join;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.skyholm.agent.join.Membership.KafkaAccount;
import io.skyholm.events.EventJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many hosts of one process that ask the same gateway. */
class JoinClientTest {

    private static final int HOSTS = 100;
    private static final int AT_ONCE = 16;
    private static final long SECONDS = 60;
    private static final Membership MEMBERSHIP = new Membership(
            UUID.randomUUID(),
            new KafkaAccount("127.0.0.1:9092", "SASL_PLAINTEXT", "host-1", "secret"),
            "host.desired.1",
            "host.observed",
            10,
            60,
            null,
            null);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch together = new CountDownLatch(AT_ONCE);
    private final AtomicInteger asking = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final HttpServer platform;

    JoinClientTest() throws IOException {
        platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        platform.setExecutor(threads);
        platform.createContext("/v1/host-joins", this::answer);
        platform.start();
    }

    @AfterEach
    void end() {
        platform.stop(0);
        threads.shutdownNow();
    }

    @Test
    void someJoinAtTheSameTimeAndNeverAll() throws Exception {
        JoinClient joinClient = JoinClient.at(
                URI.create("http://127.0.0.1:" + platform.getAddress().getPort()), Optional.empty());
        List<Future<Membership>> joining = new ArrayList<>();
        for (int number = 0; number < HOSTS; number++) {
            String name = "host-" + number;
            joining.add(threads.submit(() -> joinClient.join(new JoinRequest(
                    "shj_token", name, "key", "KVM", 8, 32, 500, 0, null, "10.254.0.2", "0", null, null, null, null))));
        }
        for (Future<Membership> one : joining) {
            assertThat(one.get(SECONDS, TimeUnit.SECONDS)).isEqualTo(MEMBERSHIP);
        }
        assertThat(most).hasValue(AT_ONCE);
    }

    /** The first answers wait for each other, so that all places are taken once. */
    private void answer(HttpExchange exchange) throws IOException {
        most.accumulateAndGet(asking.incrementAndGet(), Math::max);
        together.countDown();
        try {
            together.await(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        asking.decrementAndGet();
        byte[] body = EventJson.write(MEMBERSHIP).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
