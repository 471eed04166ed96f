package io.skyholm.agent;

import io.skyholm.agent.desired.DesiredStateListener;
import io.skyholm.agent.desired.DesiredStateReader;
import io.skyholm.agent.desired.SeenGenerations;
import io.skyholm.agent.join.Membership;
import io.skyholm.agent.join.Membership.KafkaAccount;
import io.skyholm.agent.report.ReportSender;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clients of Kafka that all simulated hosts of this process share, so that thousands fit into it. Their account may read
 * what is desired of any host, which none but a developer's own suite gives away. Each host still joins, and signs what it
 * reports by its own key.
 */
final class SharedKafkaClients implements ControlPlaneLinks, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SharedKafkaClients.class);
    private static final int WAITING_BYTES = 16 << 20;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Account account;
    private Optional<Clients> clients = Optional.empty();
    private volatile boolean closed;

    /** Who the fleet is in Kafka. */
    record Account(String user, String password) {

        /** Never tells the password. */
        @Override
        public String toString() {
            return user;
        }
    }

    private record Clients(ReportSender sender, DesiredStateReader reader) {}

    SharedKafkaClients(Account account) {
        this.account = account;
    }

    /** Where Kafka is, the first host is told when it joins. */
    @Override
    public synchronized ControlPlaneLink open(Membership membership, SeenGenerations seen) {
        Clients shared = clients.orElseGet(() -> begin(membership.kafka()));
        clients = Optional.of(shared);
        return new Shared(shared, membership.desiredTopic(), seen);
    }

    @Override
    public Thread.Builder threads() {
        return Thread.ofVirtual();
    }

    @Override
    public synchronized void close() {
        closed = true;
        clients.ifPresent(shared -> {
            shared.reader().close();
            shared.sender().close();
        });
    }

    private Clients begin(KafkaAccount told) {
        Map<String, Object> connection = new KafkaAccount(
                        told.bootstrapServers(), told.securityProtocol(), account.user(), account.password())
                .connection();
        Clients begun = new Clients(new ReportSender(connection, WAITING_BYTES), new DesiredStateReader(connection));
        Thread.ofPlatform().name("fleet").start(() -> keepReading(begun.reader()));
        return begun;
    }

    /** Hosts that were being read have failed when reading fails, and come back by themselves. */
    private void keepReading(DesiredStateReader reader) {
        while (!closed) {
            try {
                reader.read();
            } catch (RuntimeException failure) {
                LOG.warn("The fleet reads its desired states again in {} s: {}", PAUSE.toSeconds(), failure.toString());
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** One host's part in it. */
    private record Shared(Clients clients, String topic, SeenGenerations seen) implements ControlPlaneLink {

        @Override
        public ReportSender sender() {
            return clients.sender();
        }

        /** That the fleet's account is refused is nothing that a host could mend by joining anew. */
        @Override
        public void read(DesiredStateListener listener) {
            try {
                ControlPlaneLink.await(clients.reader().follow(topic, seen, listener));
            } catch (RuntimeException failure) {
                throw new IllegalStateException("The fleet cannot read " + topic + ": " + failure, failure);
            }
        }

        @Override
        public void close() {
            clients.reader().leave(topic);
        }
    }
}
