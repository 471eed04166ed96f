package io.skyholm.runtime.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.local.BoundedWait;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.testing.fixtures.Chains;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.TestClock;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReconcileLoopTest {

    private static final Sql EVERYTHING = Sql.asSuperuser("support");
    private static final ReconcileLimits QUICK = new ReconcileLimits(Duration.ofSeconds(2), Duration.ofMillis(500), 4);
    private static final Duration BOUND = Duration.ofSeconds(60);

    @Inject
    ReconcileQueue queue;

    @Inject
    TenantTransaction transactions;

    @Inject
    MeterRegistry metrics;

    @Inject
    Vertx vertx;

    private final String kind = "kind-" + UUID.randomUUID();

    @Test
    void dueRowsAreSteppedOnceAndRest() {
        List<UUID> rows = wake(20);
        Steps steps = Steps.of(kind, id -> Steps.DONE);
        loop(steps).look();
        eventually(() -> waiting() == 0);
        assertThat(rows).allSatisfy(id -> assertThat(steps.of(id)).isEqualTo(1));
    }

    @Test
    void aRowThatHasMoreToDoIsSteppedAgain() {
        wake(1);
        Steps steps = Steps.of(kind, id -> Uni.createFrom().item(Next.NOW));
        Steps thrice =
                Steps.of(kind, id -> steps.step(id, Cause.platform()).map(next -> steps.of(id) < 3 ? next : Next.DONE));
        loop(thrice).look();
        eventually(() -> waiting() == 0);
        assertThat(steps.total()).isEqualTo(3);
    }

    @Test
    void aRowThatWaitsIsLeftAloneUntilThen() {
        wake(1);
        Steps steps = Steps.of(kind, id -> Uni.createFrom().item(Next.in(Duration.ofHours(1))));
        ReconcileLoop loop = loop(steps);
        loop.look();
        eventually(() -> waiting("leased_until is null and due_at > now() + interval '50 minutes'") == 1);
        loop.look();
        assertThat(steps.total()).isEqualTo(1);
    }

    @Test
    void aRowThatWaitsForTheCalendarIsSteppedWhenTimeIsMovedThere() {
        wake(1);
        Steps steps = Steps.of(kind, id -> Uni.createFrom().item(Next.in(Duration.ofDays(31))));
        ReconcileLoop loop = loop(steps);
        loop.look();
        eventually(() -> waiting("leased_until is null and due_at > now() + interval '30 days'") == 1);
        TestClock.forward(Duration.ofDays(31));
        loop.look();
        eventually(() -> steps.total() == 2);
    }

    @Test
    void aTimeOfTheCalendarStaysWhenTheCalendarMovesWhileTheRowIsLookedAt() {
        wake(1);
        Instant due = TestClock.now().plus(Duration.ofHours(1));
        Steps steps = Steps.of(kind, id -> {
            TestClock.forward(Duration.ofHours(1));
            return Uni.createFrom().item(Next.at(due));
        });
        loop(steps).look();
        eventually(() -> waiting("leased_until is null and due_at < '" + due.plusSeconds(60) + "'") == 1);
    }

    @Test
    void aTimeThatIsFarIsLookedAtNowAndThen() {
        wake(1);
        Instant now = TestClock.now();
        loop(Steps.of(kind, id -> Uni.createFrom().item(Next.at(now.plus(Duration.ofDays(400))))))
                .look();
        eventually(() -> waiting("leased_until is null and due_at > '" + now.plus(Next.LONGEST) + "' and due_at < '"
                        + now.plus(Next.LONGEST).plusSeconds(60) + "'")
                == 1);
    }

    @Test
    void aLeaseOutlastsTheMoveOfTheCalendar() {
        wake(1);
        assertThat(Chains.outcomeOf(() -> queue.take(kind, 1, Duration.ofMinutes(1))))
                .hasSize(1);
        TestClock.forward(Duration.ofDays(31));
        assertThat(Chains.outcomeOf(() -> queue.take(kind, 1, Duration.ofMinutes(1))))
                .isEmpty();
    }

    @Test
    void aFailureIsCountedAndTheRowBacksOff() {
        wake(1);
        loop(Steps.of(kind, id -> Uni.createFrom().failure(new IllegalStateException("on purpose"))))
                .look();
        eventually(
                () -> waiting("failures = 1 and due_at > since + interval '90 ms' and last_failure like '%on purpose%'")
                        == 1);
    }

    @Test
    void rowsThatAlwaysThrowStarveNobody() {
        List<UUID> bad = wake(20);
        List<UUID> good = wake(20);
        Steps steps = Steps.of(kind, id -> {
            if (bad.contains(id)) {
                throw new IllegalStateException("on purpose");
            }
            return Steps.DONE;
        });
        ReconcileLoop loop = loop(steps);
        loop.look();
        eventually(() -> good.stream().allMatch(id -> steps.of(id) == 1));
        eventually(() -> waiting("failures > 0") == bad.size());
    }

    @Test
    void aStepThatNeverEndsIsGivenUpAndHoldsUpNoOther() {
        UUID endless = wake(1).getFirst();
        List<UUID> good = wake(20);
        Steps steps = Steps.of(kind, id -> id.equals(endless) ? Uni.createFrom().nothing() : Steps.DONE);
        loop(steps).look();
        eventually(() -> good.stream().allMatch(id -> steps.of(id) == 1));
        eventually(() -> waiting("failures >= 1 and last_failure like '%Timeout%'") == 1);
    }

    @Test
    void aWakeUpDuringAStepIsNotLost() {
        UUID row = wake(1).getFirst();
        CompletableFuture<Next> step = new CompletableFuture<>();
        Steps steps = Steps.of(kind, id -> Uni.createFrom().completionStage(step));
        loop(steps).look();
        eventually(() -> steps.of(row) == 1);
        wake(row);
        step.complete(Next.DONE);
        eventually(() -> waiting() == 0);
        assertThat(steps.of(row)).isEqualTo(2);
    }

    @Test
    void aSweepFindsWhatNoWakeUpReached() {
        UUID forgotten = UUID.randomUUID();
        Steps steps = Steps.of(kind, id -> Steps.DONE).finding("select '%s'::uuid as id".formatted(forgotten));
        loop(steps).sweep();
        eventually(() -> steps.of(forgotten) == 1);
    }

    @Test
    void twoReplicasShareTheWorkAndDoNoneTwice() {
        List<UUID> rows = wake(100);
        CompletableFuture<Next> step = new CompletableFuture<>();
        Steps one = Steps.of(kind, id -> Uni.createFrom().completionStage(step));
        Steps two = Steps.of(kind, one.behaviour());
        loop(one, ReconcileLimits.USUAL).look();
        loop(two, ReconcileLimits.USUAL).look();
        eventually(() -> one.total() > 0 && two.total() > 0);
        step.complete(Next.DONE);
        eventually(() -> waiting() == 0);
        assertThat(rows).allSatisfy(id -> assertThat(one.of(id) + two.of(id)).isEqualTo(1));
    }

    @Test
    void aTakerThatDiesIsReplaced() {
        UUID row = wake(1).getFirst();
        take(Duration.ofMillis(300));
        Steps steps = Steps.of(kind, id -> Steps.DONE);
        ReconcileLoop other = loop(steps);
        other.look();
        assertThat(steps.of(row)).isZero();
        eventually(() -> {
            other.look();
            return steps.of(row) == 1;
        });
    }

    @Test
    void aTakerThatComesBackLateGivesNothingBack() {
        wake(1);
        Task late = take(Duration.ofMillis(1)).getFirst();
        eventually(() -> !take(Duration.ofMinutes(1)).isEmpty());
        Chains.outcomeOf(() -> queue.giveBack(late, Next.DONE));
        Chains.outcomeOf(() -> queue.giveBack(late, new IllegalStateException("too late")));
        assertThat(waiting("leased_until > now() and failures = 0")).isEqualTo(1);
    }

    private ReconcileLoop loop(Reconciler reconciler) {
        return loop(reconciler, QUICK);
    }

    private ReconcileLoop loop(Reconciler reconciler, ReconcileLimits limits) {
        return new ReconcileLoop(reconciler, queue, limits, metrics, vertx.getOrCreateContext());
    }

    private List<Task> take(Duration lease) {
        return Chains.outcomeOf(() -> queue.take(kind, 1, lease));
    }

    private List<UUID> wake(int rows) {
        UUID[] ids = Stream.generate(UUID::randomUUID).limit(rows).toArray(UUID[]::new);
        wake(ids);
        return List.of(ids);
    }

    private void wake(UUID... ids) {
        Chains.outcomeOf(() -> transactions.change(Cause.platform(), work -> {
            Stream.of(ids).forEach(id -> queue.wake(work, kind, id));
            return Uni.createFrom().voidItem();
        }));
    }

    private long waiting() {
        return waiting("true");
    }

    private long waiting(String condition) {
        return EVERYTHING.number("select count(*) from reconcile_task where kind = ? and " + condition, kind);
    }

    private static void eventually(BooleanSupplier condition) {
        assertThat(BoundedWait.waitUntil(condition, BOUND)).isTrue();
    }
}
