package io.skyholm.agent;

import static io.skyholm.agent.testing.DesiredThings.gone;
import static io.skyholm.agent.testing.DesiredThings.machine;
import static io.skyholm.agent.testing.DesiredThings.power;
import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.agent.desired.SeenGenerations;
import io.skyholm.agent.hypervisor.HostSize;
import io.skyholm.agent.join.AgentKeys;
import io.skyholm.agent.report.KafkaReports;
import io.skyholm.agent.simulated.FaultInjection;
import io.skyholm.agent.simulated.SimulatedHypervisor;
import io.skyholm.agent.testing.KafkaHost;
import io.skyholm.agent.testing.Signed;
import io.skyholm.agent.testing.Unsealed;
import io.skyholm.events.host.DesiredState;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.Heartbeat;
import io.skyholm.events.host.HostReport;
import io.skyholm.events.host.HostTopics;
import io.skyholm.events.host.Inventory;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.Observed;
import io.skyholm.events.host.ThingState;
import io.skyholm.events.host.VmPower;
import io.skyholm.local.BoundedWait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole agent of a simulated host, against the real Kafka. */
class HostAgentTest {

    private static final HostSize SIZE = new HostSize(8, 32, 500, 0, null);
    private static final Duration SOON = Duration.ofSeconds(60);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final KafkaHost kafka = KafkaHost.make();
    private final Path folder;
    private final AgentKeys keys;
    private @Nullable HostAgent agent;

    HostAgentTest(@TempDir Path temporary) throws Exception {
        this.folder = temporary.resolve("host");
        this.keys = AgentKeys.keptIn(folder.resolve("agent.key"));
    }

    @AfterEach
    void end() {
        stop();
        timer.shutdownNow();
        kafka.close();
    }

    @Test
    void aDesiredStateComesTrueAndTheReportIsSigned() throws Exception {
        start(FaultInjection.none());
        DesiredVm desired = machine("web");
        kafka.tell(desired);
        ConsumerRecord<String, String> report = kafka.record(one ->
                one instanceof Observed observed && observed.things().stream().anyMatch(thing -> runs(desired, thing)));
        assertThat(Signed.isBy(keys.publicKey(), report)).isTrue();
    }

    @Test
    void whatWasDesiredBeforeItCameComesTrueAndWhatWasReplacedDoesNot() {
        DesiredVm desired = machine("web");
        kafka.tell(desired);
        kafka.tell(power(desired, VmPower.STOPPED));
        start(FaultInjection.none());
        Observation first = kafka.observation(thing -> thing.id().equals(desired.id()) && thing.settled());
        assertThat(first.state()).isEqualTo(ThingState.STOPPED);
        assertThat(first.generation()).isEqualTo(2);
    }

    @Test
    void anAgentThatDiesHalfwayGoesOnWhereItWas() {
        DesiredVm desired = machine("hang-start");
        start(FaultInjection.none());
        kafka.tell(desired);
        kafka.observation(thing -> thing.id().equals(desired.id()) && thing.state() == ThingState.CHANGING);
        stop();
        DesiredVm mended = gone(desired);
        kafka.tell(mended);
        DesiredVm other = machine("web");
        kafka.tell(other);
        start(FaultInjection.none());
        kafka.observation(thing -> runs(other, thing));
        kafka.observation(thing -> thing.id().equals(desired.id()) && thing.state() == ThingState.ABSENT);
    }

    @Test
    void aMachineOutlivesItsAgent() {
        DesiredVm desired = machine("web");
        start(FaultInjection.none());
        kafka.tell(desired);
        kafka.observation(thing -> runs(desired, thing));
        stop();
        kafka.forget();
        start(FaultInjection.none());
        kafka.observation(thing -> runs(desired, thing));
    }

    @Test
    void anOlderDesiredStateAfterANewerOneDoesNothing() {
        DesiredVm desired = machine("web");
        DesiredVm newer = power(desired, VmPower.STOPPED);
        start(FaultInjection.none());
        kafka.tell(newer);
        kafka.observation(thing -> thing.id().equals(desired.id()) && thing.state() == ThingState.STOPPED);
        kafka.tell(desired);
        DesiredVm later = machine("later");
        kafka.tell(later);
        kafka.observation(thing -> runs(later, thing));
        assertThat(kafka.observations())
                .filteredOn(thing -> thing.id().equals(desired.id()))
                .noneMatch(thing -> thing.state() == ThingState.RUNNING || thing.generation() == 1);
    }

    @Test
    void aWithdrawnDesiredStateIsForgotten() {
        DesiredVm desired = machine("web");
        start(FaultInjection.none());
        kafka.tell(desired);
        kafka.observation(thing -> runs(desired, thing));
        kafka.withdraw(desired);
        Observation orphan = kafka.observation(thing -> thing.id().equals(desired.id()) && thing.generation() == 0);
        assertThat(orphan.state()).isEqualTo(ThingState.RUNNING);
    }

    @Test
    void aWithdrawnDesiredStateThatIsDeliveredAgainIsOldAlsoToAnAgentThatWasStartedAnew() {
        DesiredVm desired = machine("web");
        DesiredVm gone = gone(desired);
        start(FaultInjection.none());
        kafka.tell(desired);
        kafka.observation(thing -> runs(desired, thing));
        kafka.tell(gone);
        kafka.observation(thing -> thing.id().equals(desired.id()) && thing.state() == ThingState.ABSENT);
        kafka.withdraw(gone);
        DesiredVm other = machine("other");
        kafka.tell(other);
        kafka.observation(thing -> runs(other, thing));
        stop();
        kafka.forget();
        kafka.tell(desired);
        start(FaultInjection.none());
        kafka.observation(thing -> runs(other, thing));
        assertThat(kafka.observations()).noneMatch(thing -> thing.id().equals(desired.id()));
    }

    @Test
    void aHostWhoseDiskIsFullGoesOnSpeakingSaysWhyAndActsWhenThereIsRoomAgain() throws IOException {
        DesiredVm before = machine("before");
        start(FaultInjection.none());
        kafka.tell(before);
        kafka.observation(thing -> runs(before, thing));
        Path file = folder.resolve("generations");
        Files.delete(file);
        Files.createDirectory(file);
        DesiredVm desired = machine("web");
        kafka.tell(desired);
        kafka.record(HostAgentTest::isBlocked);
        kafka.forget();
        kafka.record(HostAgentTest::isBlocked);
        kafka.observation(thing -> runs(before, thing));
        assertThat(kafka.observations()).noneMatch(thing -> thing.id().equals(desired.id()));
        Files.delete(file);
        kafka.observation(thing -> runs(desired, thing));
        kafka.record(one -> one instanceof Heartbeat beat && !beat.critical());
    }

    @Test
    void aHostThatStartsWithAFullDiskIsAliveAllTheSame() throws IOException {
        Files.createDirectory(folder.resolve("generations.draft"));
        kafka.tell(machine("web"));
        start(FaultInjection.none());
        kafka.record(HostAgentTest::isBlocked);
        assertThat(kafka.observations()).isEmpty();
    }

    @Test
    void itSaysThatItIsAliveAndWhatItHolds() {
        start(FaultInjection.none());
        kafka.record(Heartbeat.class::isInstance);
        kafka.record(
                one -> one instanceof Inventory inventory && inventory.things().isEmpty());
    }

    private void start(FaultInjection faults) {
        ControlPlaneLink link = new ControlPlaneLinks.OfTheirOwn()
                .open(kafka.membership(), SeenGenerations.keptIn(folder.resolve("generations")));
        HostAgent started = new HostAgent(
                kafka.membership(),
                Unsealed.drivers(
                        new SimulatedHypervisor(SIZE, faults, folder.resolve("hypervisor.jsonl")),
                        folder.resolve("disks.jsonl")),
                new HostAgent.Outbound(
                        new KafkaReports(link.sender(), HostTopics.OBSERVED, keys::sign),
                        Unsealed.unheard(kafka.membership().machineId())),
                link,
                timer);
        agent = started;
        Thread worker = Thread.ofPlatform().daemon().start(started::work);
        assertThat(BoundedWait.waitUntil(worker::isAlive, SOON)).isTrue();
    }

    private void stop() {
        if (agent != null) {
            agent.close();
            agent = null;
        }
    }

    private static boolean isBlocked(HostReport report) {
        return report instanceof Heartbeat beat
                && beat.critical()
                && beat.warnings().stream().anyMatch(warning -> warning.contains("generations"));
    }

    private static boolean runs(DesiredState desired, Observation thing) {
        return thing.key().equals(desired.key())
                && thing.generation() == desired.generation()
                && thing.settled()
                && thing.state() == ThingState.RUNNING;
    }
}
