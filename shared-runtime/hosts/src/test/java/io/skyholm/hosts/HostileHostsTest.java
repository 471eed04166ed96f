package io.skyholm.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.host.Heartbeat;
import io.skyholm.events.host.Inventory;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.Observed;
import io.skyholm.events.host.ThingState;
import io.skyholm.hosts.volume.DesiredVolume;
import io.skyholm.hosts.volume.Volume;
import io.skyholm.hosts.volume.Volumes;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Chains;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.HostKeys;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Hosts that were taken over send thousands of broken reports, and another host goes on working. */
@QuarkusTest
class HostileHostsTest {

    private static final int HOSTS = 10;
    private static final int BATCHES = 20;
    private static final int OF_A_BATCH = 500;

    /** Longer ones are read elsewhere; so many of them would fill the disk. */
    private static final int LONGEST = 2_000;

    @Inject
    JoinedHosts joined;

    @Inject
    HostQuarantine quarantine;

    @Inject
    Volumes volumes;

    private final HostKeys keys = HostKeys.fresh();
    private final List<UUID> hostile =
            Stream.generate(UUID::randomUUID).limit(HOSTS).toList();
    private final UUID honest = UUID.randomUUID();
    private final UUID volume = UUID.randomUUID();

    @Test
    void anotherHostGoesOnWorkingUnderTenThousandBrokenReports() {
        joined.known.put(honest, keys.publicKey());
        hostile.forEach(host -> joined.known.put(host, keys.publicKey()));
        done(() -> volumes.create(new Volume(volume, UUID.randomUUID(), 10)));
        for (int batch = 1; batch <= BATCHES; batch++) {
            UUID host = hostile.get(batch % HOSTS);
            Broker.tell(broken(host));
            honestHostDoesWhatItIsTold(batch);
        }
        assertThat(quarantine.hosts()).containsAll(hostile).doesNotContain(honest);
    }

    private void honestHostDoesWhatItIsTold(long generation) {
        done(() -> volumes.tell(volume, honest, true));
        Broker.tell(keys.signed(new Observed(honest, Instant.now(), List.of(seen(volume, generation)))));
        Eventually.rows(1, "select count(*) from volume where id = ? and settled_generation = ?", volume, generation);
    }

    private List<ProducerRecord<String, String>> broken(UUID host) {
        Instant now = Instant.now();
        List<String> texts = Stream.of(
                        new Heartbeat(host, now, "1", 1, 2, 3, false, List.of("hot")),
                        new Inventory(host, now, 1, 1, List.of(seen(UUID.randomUUID(), 1))))
                .flatMap(report -> BrokenReports.of(report).stream())
                .filter(text -> text.length() < LONGEST)
                .toList();
        return IntStream.range(0, OF_A_BATCH)
                .mapToObj(number -> keys.signed(host, texts.get(number % texts.size())))
                .toList();
    }

    private static Observation seen(UUID thing, long generation) {
        return new Observation(
                DesiredVolume.KIND, thing, generation, ThingState.RUNNING, true, 0, 0, "fine", Instant.now());
    }

    private static void done(Supplier<Uni<Void>> change) {
        Chains.outcomeOf(change);
    }
}
