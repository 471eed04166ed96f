package io.skyholm.runtime.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.local.BoundedWait;
import io.skyholm.runtime.sample.NoteListener;
import io.skyholm.runtime.sample.NoteRecords;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.runtime.testing.fixtures.Chains;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InboxTest {

    private static final Sql EVERYTHING = Sql.asSuperuser("support");
    private static final String HANG_UP = "select pg_terminate_backend(pg_backend_pid())";
    private static final String HANG_UP_ALL =
            "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'support_service'";

    @Inject
    Inbox inbox;

    private final String consumer = "consumer-" + UUID.randomUUID();
    private final UUID note = UUID.randomUUID();
    private final AtomicBoolean first = new AtomicBoolean(true);

    @Test
    void anEventDeliveredTenTimesHasItsEffectOnce() {
        ConsumerRecord<String, String> event = NoteRecords.about(note, "Milk");
        receive(Collections.nCopies(5, event), NoteListener::count);
        for (int time = 0; time < 5; time++) {
            receive(List.of(event), NoteListener::count);
        }
        assertThat(timesOf(note)).isEqualTo(1);
    }

    @Test
    void twoEventsAboutOneNoteBothHaveTheirEffect() {
        receive(List.of(NoteRecords.about(note, "Milk"), NoteRecords.about(note, "Bread")), NoteListener::count);
        assertThat(timesOf(note)).isEqualTo(2);
    }

    @Test
    void aConsumerThatDiesBetweenEffectAndCommitAppliesOnce() {
        receive(List.of(NoteRecords.about(note, "Milk")), (work, event) -> NoteListener.count(work, event)
                .chain(() -> first.getAndSet(false)
                        ? work.execute(HANG_UP).replaceWithVoid()
                        : Uni.createFrom().voidItem()));
        assertThat(timesOf(note)).isEqualTo(1);
        assertThat(parked()).isZero();
    }

    /** One poll brings the events of many tenants: none may be found by another's correlation. */
    @Test
    void whatFollowsFromEachOfSeveralEventsNamesTheRequestOfThatEvent() {
        List<String> named = new ArrayList<>();
        receive(
                List.of(NoteRecords.cameOf("a request", note), NoteRecords.cameOf("another request", note)),
                (work, event) -> {
                    named.add(work.cause().correlationId());
                    return NoteListener.count(work, event);
                });
        assertThat(named).containsExactly("a request", "another request");
        assertThat(timesOf(note)).isEqualTo(2);
    }

    @Test
    void aHandlerThatFailsAfterItsEffectAppliesOnce() {
        receive(List.of(NoteRecords.about(note, "Milk")), this::countAndFailAtFirst);
        assertThat(timesOf(note)).isEqualTo(1);
        assertThat(parked()).isZero();
    }

    @Test
    void whatCannotBeAppliedIsSetAsideAndWhatIsBehindItApplied() {
        UUID behind = UUID.randomUUID();
        receive(
                List.of(
                        NoteRecords.about(note, "Milk"),
                        NoteRecords.withoutHeaders(UUID.randomUUID(), "no event"),
                        NoteRecords.withoutHeaders(UUID.randomUUID(), "not even\u0000text"),
                        NoteRecords.poison(),
                        NoteRecords.about(behind, "Bread")),
                NoteListener::count);
        assertThat(timesOf(note)).isEqualTo(1);
        assertThat(timesOf(behind)).isEqualTo(1);
        assertThat(parked()).isEqualTo(3);
    }

    @Test
    void whatIsSetAsideCanBeReadAgain() {
        receive(List.of(NoteRecords.poison()), NoteListener::count);
        assertThat(EVERYTHING.rows("select * from parked_event where consumer = ?", consumer))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row).containsEntry("topic", "support.note");
                    assertThat(String.valueOf(row.get("headers"))).contains("support.note.written.v1");
                    assertThat(String.valueOf(row.get("payload"))).contains("poison");
                    assertThat(String.valueOf(row.get("reason"))).contains("Nobody can apply this");
                });
    }

    @Test
    void whatComesTogetherIsHandedOverTogetherAndOnlyOnce() {
        List<Integer> sizes = new ArrayList<>();
        List<ConsumerRecord<String, String>> events =
                Stream.generate(() -> NoteRecords.about(note, "Milk")).limit(3).toList();
        receiveTogether(List.of(events.get(0)), sizes);
        receiveTogether(Stream.concat(events.stream(), events.stream()).toList(), sizes);
        receiveTogether(events, sizes);
        assertThat(sizes).containsExactly(1, 2);
        assertThat(timesOf(note)).isEqualTo(3);
    }

    @Test
    void whatCannotBeAppliedTogetherIsAppliedOneByOne() {
        List<Integer> sizes = new ArrayList<>();
        receiveTogether(
                List.of(
                        NoteRecords.about(note, "Milk"),
                        NoteRecords.poison(),
                        NoteRecords.withoutHeaders(UUID.randomUUID(), "no event"),
                        NoteRecords.about(note, "Bread")),
                sizes);
        assertThat(sizes).startsWith(3, 1).endsWith(1);
        assertThat(timesOf(note)).isEqualTo(2);
        assertThat(parked()).isEqualTo(2);
    }

    @Test
    void whatBelongsOnAnotherTopicIsSetAside() {
        ConsumerRecord<String, String> event = NoteRecords.about(note, "Milk");
        ConsumerRecord<String, String> elsewhere =
                new ConsumerRecord<>("support.notebook", 0, 1, event.key(), event.value());
        event.headers().forEach(elsewhere.headers()::add);
        receive(List.of(elsewhere), NoteListener::count);
        assertThat(timesOf(note)).isZero();
        assertThat(parked()).isEqualTo(1);
    }

    @Test
    void tombstonesArePassedOver() {
        ConsumerRecord<String, String> tombstone = new ConsumerRecord<>("support.note", 0, 1, note.toString(), null);
        receive(List.of(tombstone), NoteListener::count);
        assertThat(parked()).isZero();
    }

    @Test
    void nothingIsLostWhileTheDatabaseHangsUpAgainAndAgain() {
        List<UUID> notes = Stream.generate(UUID::randomUUID).limit(40).toList();
        CompletableFuture<Void> outage = CompletableFuture.runAsync(() -> {
            for (int time = 0; time < 20; time++) {
                EVERYTHING.rows(HANG_UP_ALL);
                BoundedWait.pause(Duration.ofMillis(50));
            }
        });
        notes.forEach(id -> receive(List.of(NoteRecords.about(id, "Milk")), NoteListener::count));
        outage.join();
        assertThat(notes).allSatisfy(id -> assertThat(timesOf(id)).isEqualTo(1));
        assertThat(parked()).isZero();
    }

    private Uni<Void> countAndFailAtFirst(Work work, Received event) {
        return NoteListener.count(work, event).invoke(() -> {
            if (first.getAndSet(false)) {
                throw new IllegalStateException("on purpose");
            }
        });
    }

    private void receive(List<ConsumerRecord<String, String>> records, EventHandler handler) {
        Chains.outcomeOf(() -> inbox.receive(consumer, NoteRecords.batch(records), handler));
    }

    private void receiveTogether(List<ConsumerRecord<String, String>> records, List<Integer> sizes) {
        BatchHandler handler = (work, events) -> {
            sizes.add(events.size());
            return Multi.createFrom()
                    .iterable(events)
                    .onItem()
                    .transformToUniAndConcatenate(event -> NoteListener.count(work, event))
                    .collect()
                    .last()
                    .replaceWithVoid();
        };
        Chains.outcomeOf(() -> inbox.receiveTogether(consumer, NoteRecords.batch(records), handler));
    }

    private static long timesOf(UUID note) {
        return EVERYTHING.number("select coalesce(sum(times), 0) from note_tally where name = ?", note.toString());
    }

    private long parked() {
        return EVERYTHING.number("select count(*) from parked_event where consumer = ?", consumer);
    }
}
