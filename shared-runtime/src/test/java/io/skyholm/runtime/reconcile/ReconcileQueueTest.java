package io.skyholm.runtime.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.Actor;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.runtime.testing.fixtures.Chains;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Whose story the steps of a row belong to. */
@QuarkusTest
class ReconcileQueueTest {

    @Inject
    TenantTransaction transactions;

    @Inject
    ReconcileQueue queue;

    private final String kind = "kind-" + UUID.randomUUID();
    private final UUID row = UUID.randomUUID();

    @Test
    void stepBelongsToTheRequestThatWokeTheRowAndNotToWhatRemindsIt() {
        wake(asked("creation"));
        remind(asked("another machine"));
        remind(Cause.platform());
        assertThat(next()).isEqualTo(Cause.continuing("creation"));
    }

    @Test
    void laterRequestTakesTheRowOver() {
        wake(asked("creation"));
        wake(asked("deletion"));
        remind(asked("creation"));
        assertThat(next()).isEqualTo(Cause.continuing("deletion"));
    }

    @Test
    void rowThatRestedBelongsToWhateverRemindsIt() {
        remind(asked("another machine"));
        assertThat(next()).isEqualTo(Cause.continuing("another machine"));
    }

    @Test
    void stepGoesOnWithItsRequestUntilTheRowRests() {
        wake(asked("creation"));
        Task first = take();
        Chains.outcomeOf(() -> queue.giveBack(first, Next.NOW));
        Task second = take();
        assertThat(second.cause().correlationId()).isEqualTo("creation");
        Chains.outcomeOf(() -> queue.giveBack(second, Next.DONE));
        remind(Cause.platform());
        assertThat(next().correlationId()).isNotEqualTo("creation");
    }

    @Test
    void rowThatChangesOftenWaitsOnce() {
        wakeWithin(Duration.ofHours(1));
        wakeWithin(Duration.ZERO);
        wakeWithin(Duration.ofHours(1));
        assertThat(take().wakeUps()).isEqualTo(2);
    }

    @Test
    void rowThatChangesWhileItIsLookedAtIsLookedAtAgain() {
        wakeWithin(Duration.ZERO);
        Task taken = take();
        wakeWithin(Duration.ZERO);
        Chains.outcomeOf(() -> queue.giveBack(taken, Next.DONE));
        assertThat(take().id()).isEqualTo(row);
    }

    private void wakeWithin(Duration time) {
        change(Cause.platform(), work -> queue.wakeWithin(work, kind, List.of(row, row), time));
    }

    private static Cause asked(String correlation) {
        return new Cause(TenantScope.PLATFORM, new Actor(UUID.randomUUID().toString(), null, null), correlation);
    }

    private void wake(Cause cause) {
        change(cause, work -> queue.wake(work, kind, row));
    }

    private void remind(Cause cause) {
        change(cause, work -> queue.remind(work, kind, row));
    }

    private void change(Cause cause, Consumer<Work> change) {
        Chains.outcomeOf(() -> transactions.change(cause, work -> {
            change.accept(work);
            return Uni.createFrom().voidItem();
        }));
    }

    private Cause next() {
        return take().cause();
    }

    private Task take() {
        return Chains.outcomeOf(() -> queue.take(kind, 1, Duration.ofMinutes(1)))
                .getFirst();
    }
}
