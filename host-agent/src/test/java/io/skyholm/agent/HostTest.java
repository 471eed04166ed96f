package io.skyholm.agent;

import static io.skyholm.agent.testing.DesiredThings.machine;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.skyholm.agent.Host.HostPlan;
import io.skyholm.agent.Host.Surroundings;
import io.skyholm.agent.hypervisor.HostSize;
import io.skyholm.agent.join.JoinClient;
import io.skyholm.agent.join.Membership;
import io.skyholm.agent.join.Membership.KafkaAccount;
import io.skyholm.agent.simulated.FaultInjection;
import io.skyholm.agent.simulated.SimulatedHypervisor;
import io.skyholm.agent.simulated.SimulatedPool;
import io.skyholm.agent.testing.KafkaHost;
import io.skyholm.events.EventJson;
import io.skyholm.events.host.ConsoleRequest;
import io.skyholm.events.host.ConsoleUse;
import io.skyholm.events.host.DesiredConsole;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.Heartbeat;
import io.skyholm.events.host.ThingState;
import io.skyholm.local.BoundedWait;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host from its first word on, with a platform that comes later. */
class HostTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int AWAY = 503;
    private static final int TAKEN = 204;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger asked = new AtomicInteger();
    private final KafkaHost kafka = KafkaHost.make();
    private final HttpServer platform;
    private final Host host;
    private final Queue<String> consoles = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Membership answer;

    HostTest(@TempDir Path temporary) throws Exception {
        Path folder = temporary.resolve("host");
        platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        platform.createContext("/v1/host-joins", this::answer);
        platform.createContext("/v1/host-consoles", this::takeConsole);
        platform.start();
        URI address = URI.create("http://127.0.0.1:" + platform.getAddress().getPort());
        host = new Host(
                new HostPlan("host-1", "shj_token", "KVM", "10.254.0.2"),
                new Equipment(
                        new SimulatedHypervisor(
                                new HostSize(8, 32, 500, 0, null),
                                FaultInjection.none(),
                                folder.resolve("hypervisor.jsonl")),
                        new SimulatedPool(FaultInjection.none(), folder.resolve("disks.jsonl")),
                        1),
                JoinClient.at(address, Optional.empty()),
                folder,
                new Surroundings(timer, new ControlPlaneLinks.OfTheirOwn(), UnaryOperator.identity()));
        host.start();
    }

    @AfterEach
    void end() {
        host.close();
        platform.stop(0);
        timer.shutdownNow();
        kafka.close();
    }

    @Test
    void itAsksUntilThePlatformIsThereAndThenWorks() {
        assertThat(BoundedWait.waitUntil(() -> asked.get() > 1, SOON)).isTrue();
        assertThat(host.isMember()).isFalse();
        answer = kafka.membership();
        kafka.record(Heartbeat.class::isInstance);
        assertThat(host.isMember()).isTrue();

        DesiredVm desired = machine("web");
        kafka.tell(desired);
        kafka.observation(thing -> thing.id().equals(desired.id()) && thing.state() == ThingState.RUNNING);
    }

    @Test
    void whoWaitsForAConsoleIsToldWhatIsOnIt() {
        answer = kafka.membership();
        kafka.record(Heartbeat.class::isInstance);
        DesiredVm desired = machine("web");
        kafka.tell(desired);
        kafka.observation(thing -> thing.id().equals(desired.id()) && thing.state() == ThingState.RUNNING);
        ConsoleRequest request = new ConsoleRequest(
                UUID.randomUUID(), ConsoleUse.LOG, Instant.now().plusSeconds(SOON.toSeconds()));
        kafka.tell(new DesiredConsole(desired.id(), 1, List.of(request)));
        assertThat(BoundedWait.waitUntil(() -> !consoles.isEmpty(), SOON)).isTrue();
        assertThat(consoles).containsExactly("/v1/host-consoles/" + request.id() + "/log");
        assertThat(host.isMember()).isTrue();
    }

    @Test
    void whomKafkaDoesNotKnowAsksAnew() {
        Membership right = kafka.membership();
        KafkaAccount known = right.kafka();
        answer = new Membership(
                right.machineId(),
                new KafkaAccount(known.bootstrapServers(), known.securityProtocol(), known.username(), "guess"),
                right.desiredTopic(),
                right.observedTopic(),
                right.heartbeatSeconds(),
                right.inventorySeconds(),
                null,
                null);
        int never = asked.get();
        assertThat(BoundedWait.waitUntil(() -> asked.get() > never + 2, SOON)).isTrue();
        answer = right;
        kafka.record(Heartbeat.class::isInstance);
    }

    private void takeConsole(HttpExchange exchange) throws IOException {
        consoles.add(exchange.getRequestURI().getPath());
        exchange.sendResponseHeaders(TAKEN, -1);
        exchange.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        Membership told = answer;
        byte[] body = told == null ? new byte[0] : EventJson.write(told).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(told == null ? AWAY : 200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
