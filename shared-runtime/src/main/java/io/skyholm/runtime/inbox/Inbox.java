package io.skyholm.runtime.inbox;

import io.skyholm.events.Event;
import io.skyholm.events.Fact;
import io.skyholm.events.MalformedEventException;
import io.skyholm.runtime.problem.DatabaseProblems;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.TimeLimit;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Gives every event its effect exactly once: its id is remembered in the transaction of its effect. While the database is
 * away it waits; an event that cannot be applied is set aside, so that those behind it can.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final String REMEMBER = """
            insert into inbox_event (consumer, id) select $1, unnest($2::uuid[])
            on conflict do nothing returning id""";
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_TRY = Duration.ofSeconds(60);
    private static final int MOST_TRIES = 5;

    private final TenantTransaction transactions;
    private final ParkedEvents parked;

    Inbox(TenantTransaction transactions, ParkedEvents parked) {
        this.transactions = transactions;
        this.parked = parked;
    }

    /** Applies events in their order, in one transaction if it can. */
    public Uni<Void> receive(String consumer, ConsumerRecords<String, String> records, EventHandler handler) {
        return receiveTogether(consumer, records, (work, events) -> inTurn(work, events, handler));
    }

    /** Applies the facts of that kind, in their order. Whatever else is on the topic is passed over. */
    public <F extends Fact> Uni<Void> follow(
            String consumer,
            ConsumerRecords<String, String> records,
            Class<F> kind,
            BiFunction<Work, F, Uni<Void>> effect) {
        return receive(consumer, records, (work, received) -> received.event()
                .map(Event::data)
                .filter(kind::isInstance)
                .map(fact -> effect.apply(work, kind.cast(fact)))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** The same for an effect that is sent to the database and waits for no answer. */
    public <F extends Fact> Uni<Void> note(
            String consumer, ConsumerRecords<String, String> records, Class<F> kind, BiConsumer<Work, F> effect) {
        return follow(consumer, records, kind, (work, fact) -> {
            effect.accept(work, fact);
            return Uni.createFrom().voidItem();
        });
    }

    /** The same for a handler that takes all events of a transaction at once. */
    public Uni<Void> receiveTogether(String consumer, ConsumerRecords<String, String> records, BatchHandler handler) {
        Batch batch = Batch.of(records);
        return park(consumer, batch.unreadable())
                .chain(() -> apply(consumer, batch.events(), handler)
                        .onFailure(failure -> !DatabaseProblems.isAway(failure))
                        .recoverWithUni(failure -> oneByOne(consumer, batch, handler)))
                .onFailure()
                .invoke(failure -> LOG.warnf("%s waits with %d events: %s", consumer, records.count(), failure))
                .onFailure()
                .retry()
                .withBackOff(SHORTEST_WAIT, LONGEST_WAIT)
                .indefinitely();
    }

    private static Uni<Void> inTurn(Work work, List<Received> events, EventHandler handler) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(event -> handler.apply(work.following(event.headers()), event))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> oneByOne(String consumer, Batch batch, BatchHandler handler) {
        return Multi.createFrom()
                .iterable(batch.events())
                .onItem()
                .transformToUniAndConcatenate(event -> orPark(consumer, batch, event, handler))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> orPark(String consumer, Batch batch, Received event, BatchHandler handler) {
        return apply(consumer, List.of(event), handler)
                .onFailure(Inbox::mayPass)
                .retry()
                .withBackOff(SHORTEST_WAIT)
                .atMost(MOST_TRIES)
                .onFailure(failure -> !DatabaseProblems.isAway(failure))
                .recoverWithUni(failure -> parked.add(consumer, batch.recordOf(event), failure));
    }

    /** What cannot be read today cannot be read tomorrow, and those behind it need not wait for that. */
    private static boolean mayPass(Throwable failure) {
        return !DatabaseProblems.isAway(failure) && !(failure instanceof MalformedEventException);
    }

    private Uni<Void> park(String consumer, List<Unreadable> unreadable) {
        return Multi.createFrom()
                .iterable(unreadable)
                .onItem()
                .transformToUniAndConcatenate(one -> parked.add(consumer, one.record(), one.reason()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> apply(String consumer, List<Received> events, BatchHandler handler) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return TimeLimit.of(
                LONGEST_TRY,
                () -> transactions.change(Cause.platform(), work -> remember(work, consumer, events)
                        .map(fresh -> events.stream()
                                .filter(event -> fresh.remove(event.id()))
                                .toList())
                        .chain(fresh -> fresh.isEmpty() ? Uni.createFrom().voidItem() : handler.apply(work, fresh))));
    }

    private static Uni<Set<UUID>> remember(Work work, String consumer, List<Received> events) {
        UUID[] ids = events.stream().map(Received::id).toArray(UUID[]::new);
        return work.values(UUID.class, REMEMBER, consumer, ids).map(HashSet::new);
    }

    /** A record that is no event of ours, and why. */
    record Unreadable(ConsumerRecord<String, String> record, RuntimeException reason) {}
}
