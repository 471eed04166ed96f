package io.skyholm.agent;

import io.skyholm.agent.act.SecretOpener;
import io.skyholm.agent.console.ConsoleClient;
import io.skyholm.agent.desired.SeenGenerations;
import io.skyholm.agent.hypervisor.HostSize;
import io.skyholm.agent.join.AgentKeys;
import io.skyholm.agent.join.EncryptionKeys;
import io.skyholm.agent.join.JoinClient;
import io.skyholm.agent.join.JoinRequest;
import io.skyholm.agent.join.Joining;
import io.skyholm.agent.join.Membership;
import io.skyholm.agent.report.KafkaReports;
import io.skyholm.agent.report.Reports;
import io.skyholm.events.host.HostSeal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.errors.AuthenticationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A host's whole life: it joins, works as a member, and begins anew whenever that ends, until it is closed. */
final class Host implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Host.class);
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final HostPlan plan;
    private final Equipment equipment;
    private final JoinClient joinClient;
    private final Path folder;
    private final Surroundings surroundings;
    private final Thread thread;

    private @Nullable HostAgent agent;
    private @Nullable SeenGenerations seen;
    private volatile boolean closing;
    private volatile boolean member;

    /** Who a host is, apart from what it has. */
    record HostPlan(String name, String token, String hypervisorType, String managementIp) {}

    /** Keeps what it has to remember in its folder. */
    Host(HostPlan plan, Equipment equipment, JoinClient joinClient, Path folder, Surroundings surroundings) {
        this.plan = plan;
        this.equipment = equipment;
        this.joinClient = joinClient;
        this.folder = folder;
        this.surroundings = surroundings;
        this.thread = surroundings.links().threads().name(plan.name()).unstarted(this::live);
    }

    /** What all hosts of a process share. */
    record Surroundings(ScheduledExecutorService timer, ControlPlaneLinks links, UnaryOperator<Reports> reporting) {}

    void start() {
        thread.start();
    }

    String name() {
        return plan.name();
    }

    /** Whether it has joined and is at work. */
    boolean isMember() {
        return member;
    }

    @Override
    public void close() {
        closing = true;
        HostAgent working = working();
        if (working == null) {
            thread.interrupt();
        } else {
            working.close();
        }
    }

    private void live() {
        Duration wait = SHORTEST_WAIT;
        boolean unknown = false;
        while (!closing) {
            try {
                Keys keys = Keys.keptIn(folder);
                work(join(keys, unknown), keys);
                wait = SHORTEST_WAIT;
            } catch (RuntimeException problem) {
                unknown = problem instanceof AuthenticationException;
                if (!closing) {
                    LOG.warn("{} waits {} s: {}", name(), wait.toSeconds(), problem.getMessage());
                    pause(wait);
                    wait = longer(wait);
                }
            }
        }
    }

    private Membership join(Keys keys, boolean unknown) {
        Joining joining = new Joining(joinClient, keys.own(), folder, CLOCK);
        return unknown ? joining.renewed(request(keys)) : joining.membership(request(keys));
    }

    private void work(Membership membership, Keys keys) {
        ControlPlaneLink link = surroundings.links().open(membership, seen());
        Reports reports = surroundings
                .reporting()
                .apply(new KafkaReports(link.sender(), membership.observedTopic(), keys.own()::sign));
        HostDrivers drivers = new HostDrivers(equipment, keys.opener(membership));
        ConsoleClient consoles =
                new ConsoleClient(joinClient.gateway(), membership.machineId(), keys.own()::sign, CLOCK);
        HostAgent.Outbound outbound = new HostAgent.Outbound(reports, consoles);
        try (HostAgent working = new HostAgent(membership, drivers, outbound, link, surroundings.timer())) {
            take(working);
            LOG.info("{} is machine {}", name(), membership.machineId());
            working.work();
        } finally {
            take(null);
        }
    }

    /** One for the host's whole life: two would not know of what the other has written to the file. */
    private SeenGenerations seen() {
        SeenGenerations known = seen == null ? SeenGenerations.keptIn(folder.resolve("generations")) : seen;
        seen = known;
        return known;
    }

    private synchronized @Nullable HostAgent working() {
        return agent;
    }

    private synchronized void take(@Nullable HostAgent working) {
        agent = working;
        member = working != null;
        if (closing && working != null) {
            working.close();
        }
    }

    private JoinRequest request(Keys keys) {
        HostSize size = equipment.hypervisor().size();
        return new JoinRequest(
                plan.token(),
                plan.name(),
                keys.own().publicKey(),
                plan.hypervisorType(),
                size.cpuCores(),
                size.memoryGb(),
                size.storageGb(),
                size.gpuCount(),
                size.gpuModel(),
                plan.managementIp(),
                HostAgent.VERSION,
                keys.encryption().publicKey(),
                null,
                null,
                null);
    }

    /** With which a host proves who it is, and with which it reads what is encrypted for it. */
    private record Keys(AgentKeys own, EncryptionKeys encryption) {

        static Keys keptIn(Path folder) {
            return new Keys(
                    AgentKeys.keptIn(folder.resolve("agent.key")),
                    EncryptionKeys.keptIn(folder.resolve("encryption.keys"), CLOCK.instant()));
        }

        SecretOpener opener(Membership membership) {
            return (desired, secret) -> encryption.open(
                    new HostSeal.Place(membership.machineId(), desired.key(), desired.generation()), secret);
        }
    }

    /** That long, or up to twice as long: thousands that failed together do not come back together. */
    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis() + ThreadLocalRandom.current().nextLong(time.toMillis()));
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration longer(Duration wait) {
        Duration doubled = wait.multipliedBy(2);
        return doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
    }
}
