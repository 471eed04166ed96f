package io.skyholm.runtime.journal;

import io.quarkus.runtime.StartupEvent;
import io.skyholm.events.Actor;
import io.skyholm.events.audit.CallEvents;
import io.skyholm.events.audit.CallFact;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Tells audit of the calls in the journal, through the outbox; an event has the call's id, so that telling twice is once. */
@Singleton
class CallPublisher {

    private static final Logger LOG = Logger.getLogger(CallPublisher.class);
    private static final Duration EVERY = Duration.ofMillis(200);
    private static final Duration LOOK_FOR_THE_DEAD = Duration.ofMinutes(1);
    private static final int MOST_AT_ONCE = 500;

    private final CallJournal journal;
    private final TenantTransaction transactions;
    private final Outbox outbox;
    private final AtomicBoolean telling = new AtomicBoolean();
    private final AtomicBoolean takingOver = new AtomicBoolean();

    CallPublisher(CallJournal journal, TenantTransaction transactions, Outbox outbox) {
        this.journal = journal;
        this.transactions = transactions;
        this.outbox = outbox;
    }

    void start(@Observes StartupEvent started, Vertx vertx) {
        Context context = vertx.getOrCreateContext();
        vertx.setPeriodic(EVERY.toMillis(), timer -> context.runOnContext(ignored -> look(context)));
        lookForTheDead(context);
        vertx.setPeriodic(LOOK_FOR_THE_DEAD.toMillis(), timer -> lookForTheDead(context));
    }

    /** Again and again: a replica on the same disk may die while this one lives, and come back nowhere. */
    private void lookForTheDead(Context context) {
        if (takingOver.compareAndSet(false, true)) {
            takeOver(context)
                    .onTermination()
                    .invoke(() -> takingOver.set(false))
                    .subscribe()
                    .with(done -> {}, failure -> LOG.warnf("Journals of the dead wait for the next look: %s", failure));
        }
    }

    /** Where as much waited as is told at once, more may wait. */
    private void look(Context context) {
        if (!telling.compareAndSet(false, true)) {
            return;
        }
        List<CallFact> calls = journal.next(MOST_AT_ONCE);
        (calls.isEmpty() ? Uni.createFrom().voidItem() : tell(calls).invoke(done -> journal.told(calls)))
                .onTermination()
                .invoke(() -> telling.set(false))
                .subscribe()
                .with(
                        done -> {
                            if (calls.size() == MOST_AT_ONCE) {
                                context.runOnContext(ignored -> look(context));
                            }
                        },
                        failure -> LOG.debugf("Calls wait to be told: %s", failure));
    }

    /** What a process that died left untold. Files are read off the event loop, rows written on it. */
    private Uni<Void> takeOver(Context context) {
        return Multi.createFrom()
                .deferred(() -> Multi.createFrom().iterable(journal.folder().ofTheDead()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onItem()
                .transformToUniAndConcatenate(dead -> takeOver(dead, context))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> takeOver(Path dead, Context context) {
        return Multi.createFrom()
                .iterable(JournalFolder.read(dead))
                .group()
                .intoLists()
                .of(MOST_AT_ONCE)
                .emitOn(command -> context.runOnContext(ignored -> command.run()))
                .onItem()
                .transformToUniAndConcatenate(calls -> tell(calls)
                        .onFailure()
                        .retry()
                        .withBackOff(EVERY, Duration.ofSeconds(5))
                        .indefinitely())
                .collect()
                .last()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(() -> journal.folder().delete(dead))
                .replaceWithVoid();
    }

    private Uni<Void> tell(List<CallFact> calls) {
        return transactions.change(Cause.platform(), work -> {
            outbox.publishOnce(work, CallEvents.ENDED, calls, CallPublisher::causeOf);
            return Uni.createFrom().voidItem();
        });
    }

    private static Cause causeOf(CallFact call) {
        String userId = call.userId() == null ? null : call.userId().toString();
        return new Cause(
                TenantScope.PLATFORM, new Actor(userId, call.ipAddress(), call.userAgent()), call.correlationId());
    }
}
