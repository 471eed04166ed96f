package io.skyholm.agent;

import static io.skyholm.agent.testing.DesiredThings.gone;
import static io.skyholm.agent.testing.DesiredThings.machine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.desired.DesiredStateListener;
import io.skyholm.agent.desired.SeenGenerations;
import io.skyholm.agent.hypervisor.HostSize;
import io.skyholm.agent.join.AgentKeys;
import io.skyholm.agent.join.Membership;
import io.skyholm.agent.join.Membership.KafkaAccount;
import io.skyholm.agent.report.KafkaReports;
import io.skyholm.agent.simulated.FaultInjection;
import io.skyholm.agent.simulated.SimulatedHypervisor;
import io.skyholm.agent.testing.KafkaHost;
import io.skyholm.agent.testing.Signed;
import io.skyholm.agent.testing.Unsealed;
import io.skyholm.events.host.DesiredState;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.HostTopics;
import io.skyholm.events.host.Inventory;
import io.skyholm.events.host.Observed;
import io.skyholm.events.host.ThingKey;
import io.skyholm.events.host.ThingState;
import io.skyholm.local.part.KafkaFleet;
import io.skyholm.local.suite.Suite;
import io.skyholm.local.suite.TestPlatform;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many hosts that share the clients of Kafka, as it guards them. */
class SharedKafkaClientsTest {

    private static final int HOSTS = 8;
    private static final long SECONDS = 60;
    private static final HostSize SIZE = new HostSize(8, 32, 500, 0, null);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Path folder;
    private final List<Member> members = new ArrayList<>();
    private final KafkaAccount account;
    private final SharedKafkaClients clients;

    private record Member(KafkaHost kafka, AgentKeys keys, HostAgent agent) {}

    SharedKafkaClientsTest(@TempDir Path folder) {
        Suite suite = TestPlatform.with("kafka").suite();
        KafkaFleet inKafka = new KafkaFleet(suite.site());
        try (Admin admin = Admin.create(suite.kafkaSettings())) {
            inKafka.letIn(admin);
        }
        Map<String, String> told = inKafka.environment();
        this.account = new KafkaAccount(
                String.valueOf(suite.kafkaSettings().get("bootstrap.servers")),
                "SASL_PLAINTEXT",
                String.valueOf(told.get("SKYHOLM_FLEET_USER")),
                String.valueOf(told.get("SKYHOLM_FLEET_PASSWORD")));
        this.folder = folder;
        this.clients = new SharedKafkaClients(new SharedKafkaClients.Account(account.username(), account.password()));
    }

    @BeforeEach
    void begin() throws Exception {
        for (int number = 0; number < HOSTS; number++) {
            members.add(join(KafkaHost.make(), folder.resolve("host-" + number)));
        }
    }

    @AfterEach
    void end() {
        members.forEach(member -> {
            member.agent().close();
            member.kafka().close();
        });
        clients.close();
        timer.shutdownNow();
    }

    @Test
    void eachDoesWhatIsDesiredOfItAloneAndSignsByItsOwnKey() throws Exception {
        Member first = members.getFirst();
        Member last = members.getLast();
        for (Member member : members) {
            DesiredVm desired = machine("web");
            member.kafka().tell(desired);
            ConsumerRecord<String, String> report = member.kafka()
                    .record(one -> one instanceof Observed observed
                            && observed.things().stream()
                                    .anyMatch(thing ->
                                            thing.id().equals(desired.id()) && thing.state() == ThingState.RUNNING));
            assertThat(Signed.isBy(member.keys().publicKey(), report)).isTrue();
            Member another = member.equals(first) ? last : first;
            assertThat(Signed.isBy(another.keys().publicKey(), report)).isFalse();
        }
        first.kafka()
                .record(one ->
                        one instanceof Inventory inventory && inventory.things().size() == 1);
    }

    @Test
    void whoLeavesIsNotReadAnyMoreAndComesBackFromTheBeginning() throws Exception {
        Member leaving = members.getFirst();
        leaving.agent().close();
        DesiredVm desired = machine("web");
        leaving.kafka().tell(desired);
        leaving.kafka().tell(gone(desired));
        DesiredVm kept = machine("kept");
        leaving.kafka().tell(kept);

        DesiredVm others = machine("others");
        members.getLast().kafka().tell(others);
        members.getLast().kafka().observation(thing -> thing.id().equals(others.id()) && thing.settled());

        members.set(0, join(leaving.kafka(), folder.resolve("host-0")));
        leaving.kafka().observation(thing -> thing.id().equals(kept.id()) && thing.state() == ThingState.RUNNING);
        assertThat(leaving.kafka().observations())
                .filteredOn(thing -> thing.id().equals(desired.id()))
                .allMatch(thing -> thing.state() == ThingState.ABSENT);
    }

    @Test
    void aTopicThatIsMissingFailsItsHostAlone() throws Exception {
        Membership real = members.getFirst().kafka().membership();
        ControlPlaneLink missing = clients.open(
                new Membership(
                        real.machineId(),
                        real.kafka(),
                        HostTopics.DESIRED + "nobody",
                        real.observedTopic(),
                        1,
                        1,
                        null,
                        null),
                SeenGenerations.keptIn(folder.resolve("generations")));
        Future<?> reading = Executors.newVirtualThreadPerTaskExecutor().submit(() -> missing.read(new Silent()));
        assertThatThrownBy(() -> reading.get(SECONDS, TimeUnit.SECONDS)).hasMessageContaining("has no topic");

        DesiredVm desired = machine("web");
        members.getLast().kafka().tell(desired);
        members.getLast().kafka().observation(thing -> thing.id().equals(desired.id()) && thing.settled());
    }

    @Test
    void itsAccountTellsNoHostWhatToDo() {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(account.connection(), new StringSerializer(), new StringSerializer())) {
            String topic = members.getFirst().kafka().membership().desiredTopic();
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>(topic, "key", "value"))
                            .get(SECONDS, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    void itsAccountSeesTheTopicsOfHostsAlone() throws Exception {
        try (Admin admin = Admin.create(account.connection())) {
            assertThat(admin.listTopics().names().get(SECONDS, TimeUnit.SECONDS))
                    .contains(HostTopics.OBSERVED)
                    .allMatch(topic -> topic.equals(HostTopics.OBSERVED) || topic.startsWith(HostTopics.DESIRED));
        }
    }

    private Member join(KafkaHost kafka, Path place) {
        AgentKeys keys = AgentKeys.keptIn(place.resolve("agent.key"));
        ControlPlaneLink link = clients.open(kafka.membership(), SeenGenerations.keptIn(place.resolve("generations")));
        HostAgent agent = new HostAgent(
                kafka.membership(),
                Unsealed.drivers(
                        new SimulatedHypervisor(SIZE, FaultInjection.none(), place.resolve("hypervisor.jsonl")),
                        place.resolve("disks.jsonl")),
                new HostAgent.Outbound(
                        new KafkaReports(link.sender(), HostTopics.OBSERVED, keys::sign),
                        Unsealed.unheard(kafka.membership().machineId())),
                link,
                timer);
        clients.threads().start(agent::work);
        return new Member(kafka, keys, agent);
    }

    private record Silent() implements DesiredStateListener {

        @Override
        public Optional<DesiredState> read(ThingKey key, String text) {
            return Optional.empty();
        }

        @Override
        public void desired(DesiredState desired) {}

        @Override
        public void withdrawn(ThingKey key) {}

        @Override
        public void isCurrent() {}

        @Override
        public void blocked(@Nullable String reason) {}
    }
}
