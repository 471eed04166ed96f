package io.skyholm.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.EventJson;
import io.skyholm.events.host.Heartbeat;
import io.skyholm.events.host.HostReport;
import io.skyholm.events.host.HostTopics;
import io.skyholm.events.host.Inventory;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.Observed;
import io.skyholm.events.host.PortTraffic;
import io.skyholm.events.host.ThingState;
import io.skyholm.hosts.volume.DesiredVolume;
import io.skyholm.hosts.volume.Volume;
import io.skyholm.hosts.volume.Volumes;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Chains;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.HostKeys;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever one host sends, the reports of the others are heard. */
@QuarkusTest
class BrokenReportsTest {

    @Inject
    HostReports reports;

    @Inject
    JoinedHosts joined;

    @Inject
    Volumes volumes;

    @Inject
    MeterRegistry metrics;

    private final HostKeys keys = HostKeys.fresh();
    private final UUID broken = UUID.randomUUID();
    private final UUID honest = UUID.randomUUID();
    private final UUID itsVolume = UUID.randomUUID();
    private final UUID another = UUID.randomUUID();
    private final UUID volume = UUID.randomUUID();
    private final List<HostReport> applied = new CopyOnWriteArrayList<>();

    @BeforeEach
    void twoHostsHaveVolumes() {
        joined.known.put(broken, keys.publicKey());
        joined.known.put(honest, keys.publicKey());
        holds(broken, itsVolume);
        holds(broken, another);
        holds(honest, volume);
    }

    @Test
    void whateverAComponentIsTheNextReportIsHeard() {
        List<ProducerRecord<String, String>> sent = new ArrayList<>();
        while (sent.size() < ofEveryKind(broken).size()) {
            // None of them sends so many that it is set aside before all have been read.
            UUID host = UUID.randomUUID();
            joined.known.put(host, keys.publicKey());
            ofEveryKind(host).stream()
                    .skip(sent.size())
                    .limit(50)
                    .map(text -> keys.signed(host, text))
                    .forEach(sent::add);
        }
        assertThat(sent).hasSizeGreaterThan(300);
        double refused = skipped("refused");
        double unreadable = skipped("unreadable");
        Broker.tell(sent);
        theNextIsHeard();
        assertThat(skipped("refused")).isEqualTo(refused);
        assertThat(skipped("unreadable")).isGreaterThan(unreadable);
    }

    @Test
    void whatNobodySignedIsNotRead() {
        List.of("null", "{\"report\":\"observed\"}", "[", "").forEach(text -> {
            Broker.tell(HostKeys.fresh().signed(broken, text));
            Broker.tell(Broker.record(HostTopics.OBSERVED, broken.toString(), Map.of(), text));
            Broker.tell(Broker.record(HostTopics.OBSERVED, "nobody", Map.of(HostTopics.SIGNATURE, "none"), text));
        });
        ProducerRecord<String, String> unsigned = new ProducerRecord<>(HostTopics.OBSERVED, broken.toString(), "null");
        unsigned.headers().add(HostTopics.SIGNATURE, null);
        Broker.tell(unsigned);
        Broker.tell(new ProducerRecord<>(HostTopics.OBSERVED, null, null));
        theNextIsHeard();
        assertThat(skipped("unproved")).isPositive();
    }

    @Test
    void aHostThatSignsForAnotherIsNotHeard() {
        HostKeys own = HostKeys.fresh();
        joined.known.put(broken, own.publicKey());
        HostReport lie = observed(honest, volume);
        receive(List.of(own.signed(broken, EventJson.write(lie)), own.signed(lie)), this::apply);
        assertThat(applied).isEmpty();
    }

    @Test
    void onlyTheReportThatCannotBeAppliedIsSkipped() {
        HostReport bad = observed(broken, itsVolume);
        HostReport before = observed(honest, volume);
        HostReport after = new Inventory(honest, Instant.now(), 1, 1, List.of());
        double refused = skipped("refused");
        receive(List.of(keys.signed(before), keys.signed(bad), keys.signed(after)), (work, told) -> {
            if (told.contains(bad)) {
                throw new IllegalStateException("on purpose");
            }
            return apply(work, told);
        });
        assertThat(applied).containsExactly(before, after);
        assertThat(skipped("refused")).isEqualTo(refused + 1);
    }

    @Test
    void whatTheDatabaseRefusesIsNotTriedAgain() {
        List<Integer> tries = new ArrayList<>();
        receive(List.of(keys.signed(observed(broken, itsVolume))), (work, told) -> {
            tries.add(told.size());
            return work.execute("select cast($1 as text)", "\0").replaceWithVoid();
        });
        assertThat(tries).containsExactly(1, 1);
    }

    private Uni<Void> apply(Work work, List<HostReport> told) {
        applied.addAll(told);
        return Uni.createFrom().voidItem();
    }

    private List<String> ofEveryKind(UUID by) {
        Instant now = Instant.now();
        return Stream.of(
                        new Heartbeat(by, now, "1", 1, 2, 3, false, List.of("hot")),
                        observed(by, itsVolume),
                        new Inventory(by, now, 1, 1, List.of(seen(itsVolume))))
                .flatMap(report -> BrokenReports.of(report).stream())
                .toList();
    }

    private static HostReport observed(UUID by, UUID thing) {
        return new Observed(by, Instant.now(), List.of(seen(thing)));
    }

    private static Observation seen(UUID thing) {
        Instant now = Instant.now();
        PortTraffic traffic = new PortTraffic(now, 1, 2);
        return new Observation(DesiredVolume.KIND, thing, 1, ThingState.RUNNING, true, 0, 0, "fine", now)
                .carrying(traffic);
    }

    private void theNextIsHeard() {
        Broker.tell(keys.signed(observed(broken, another)));
        Broker.tell(keys.signed(observed(honest, volume)));
        List.of(another, volume)
                .forEach(id ->
                        Eventually.rows(1, "select count(*) from volume where id = ? and seen_state = 'RUNNING'", id));
    }

    private void receive(List<ProducerRecord<String, String>> records, ReportHandler handler) {
        List<ConsumerRecord<String, String>> read = records.stream()
                .map(one -> {
                    ConsumerRecord<String, String> record =
                            new ConsumerRecord<>(one.topic(), 0, 0, one.key(), one.value());
                    one.headers().forEach(record.headers()::add);
                    return record;
                })
                .toList();
        TopicPartition place = new TopicPartition(HostTopics.OBSERVED, 0);
        done(() -> reports.receive(new ConsumerRecords<>(Map.of(place, read), Map.of()), joined, handler));
    }

    private void holds(UUID host, UUID thing) {
        done(() -> volumes.create(new Volume(thing, UUID.randomUUID(), 10)));
        done(() -> volumes.tell(thing, host, true));
    }

    private double skipped(String reason) {
        return metrics.counter("skyholm.reports.skipped", "reason", reason).count();
    }

    private static void done(Supplier<Uni<Void>> change) {
        Chains.outcomeOf(change);
    }
}
