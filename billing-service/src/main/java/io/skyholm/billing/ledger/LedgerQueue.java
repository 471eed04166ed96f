package io.skyholm.billing.ledger;

import io.quarkus.runtime.StartupEvent;
import io.skyholm.billing.BillingSettings;
import io.skyholm.runtime.problem.DatabaseProblems;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.TimeLimit;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Groups commands that come at the same time: while one transaction is written, those for the same wallets gather for the next.
 * Nobody waits for more to come, and each caller is answered when its own command has been committed. A wallet's commands go one
 * way, in the order in which they came, so that a wallet on which everybody works is not locked by one transaction for each.
 */
@Singleton
class LedgerQueue {

    /** Beyond it a caller asks again, under the same key. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private record Waiting(LedgerCommand command, UniEmitter<? super Outcome> caller) {}

    private record Lane(Context context, Queue<Waiting> waiting, AtomicBoolean writing) {}

    private final LedgerWriter writer;
    private final BillingSettings settings;
    private final List<Lane> lanes = new ArrayList<>();
    private final AtomicInteger waiting = new AtomicInteger();

    LedgerQueue(LedgerWriter writer, BillingSettings settings) {
        this.writer = writer;
        this.settings = settings;
    }

    /** Each lane gets an event loop of its own as long as there are any: one context for this thread would put all on one. */
    void start(@Observes StartupEvent started, Vertx vertx) {
        VertxInternal loops = (VertxInternal) vertx;
        for (int lane = 0; lane < settings.ledgerLanes(); lane++) {
            lanes.add(new Lane(loops.createEventLoopContext(), new ConcurrentLinkedQueue<>(), new AtomicBoolean()));
        }
    }

    /** What came of the command, once that is committed; fails with why it was refused. */
    Uni<Outcome> submit(LedgerCommand command) {
        return TimeLimit.of(
                LONGEST, () -> Uni.createFrom().<Outcome>emitter(caller -> add(new Waiting(command, caller))));
    }

    private void add(Waiting one) {
        if (waiting.incrementAndGet() > settings.ledgerWaiting()) {
            waiting.decrementAndGet();
            one.caller().fail(LedgerProblems.tooManyWaiting());
            return;
        }
        Lane lane = laneOf(one.command().walletId());
        lane.waiting().add(one);
        lane.context().runOnContext(ignored -> write(lane));
    }

    private Lane laneOf(UUID wallet) {
        return lanes.get(Math.floorMod(wallet.hashCode(), lanes.size()));
    }

    private void write(Lane lane) {
        if (lane.waiting().isEmpty() || !lane.writing().compareAndSet(false, true)) {
            return;
        }
        List<Waiting> taken = take(lane);
        outcomes(taken.stream().map(Waiting::command).toList())
                .subscribe()
                .with(outcomes -> answer(lane, taken, outcomes), failure -> fail(lane, taken, failure));
    }

    private List<Waiting> take(Lane lane) {
        List<Waiting> taken = new ArrayList<>();
        while (taken.size() < settings.ledgerBatch() && lane.waiting().peek() != null) {
            taken.add(lane.waiting().remove());
        }
        waiting.addAndGet(-taken.size());
        return taken;
    }

    /** Where one of several cannot be written, the others can be. */
    private Uni<List<Outcome>> outcomes(List<LedgerCommand> commands) {
        return writer.write(commands)
                .onFailure(failure -> commands.size() > 1 && !DatabaseProblems.isAway(failure))
                .recoverWithUni(failure -> Sequentially.of(commands, this::alone));
    }

    private Uni<Outcome> alone(LedgerCommand command) {
        return writer.write(List.of(command)).map(List::getFirst).onFailure().recoverWithItem(Outcome::failed);
    }

    private void answer(Lane lane, List<Waiting> taken, List<Outcome> outcomes) {
        goOn(lane);
        for (int at = 0; at < taken.size(); at++) {
            answer(taken.get(at), outcomes.get(at));
        }
    }

    private static void answer(Waiting one, Outcome outcome) {
        if (outcome.failure() == null) {
            one.caller().complete(outcome);
        } else {
            one.caller().fail(outcome.failure());
        }
    }

    private void fail(Lane lane, List<Waiting> taken, Throwable failure) {
        goOn(lane);
        taken.forEach(one -> one.caller().fail(failure));
    }

    private void goOn(Lane lane) {
        lane.writing().set(false);
        lane.context().runOnContext(ignored -> write(lane));
    }
}
