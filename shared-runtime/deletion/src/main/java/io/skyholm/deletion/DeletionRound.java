package io.skyholm.deletion;

import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.tenant.Sequentially;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What one round over the holdings came to. */
final class DeletionRound {

    private final Map<String, HoldingProgress> outcomes = new LinkedHashMap<>();

    private DeletionRound() {}

    /**
     * Empties stage by stage: a stage begins when nothing of the one before is left.
     *
     * @param empty makes one step with a holding; it never fails
     */
    static Uni<DeletionRound> over(List<List<DataHolder>> stages, Function<DataHolder, Uni<HoldingProgress>> empty) {
        DeletionRound round = new DeletionRound();
        return round.walk(stages.iterator(), empty).replaceWith(round);
    }

    private Uni<Void> walk(Iterator<List<DataHolder>> stages, Function<DataHolder, Uni<HoldingProgress>> empty) {
        if (!stages.hasNext()) {
            return Uni.createFrom().voidItem();
        }
        return Sequentially.of(stages.next(), holder -> empty.apply(holder)
                        .invoke(emptied -> outcomes.put(holder.holding().name(), emptied)))
                .chain(emptied -> emptied.stream().allMatch(HoldingProgress::isDone)
                        ? walk(stages, empty)
                        : Uni.createFrom().voidItem());
    }

    /** By the name of the holding, those of the stages that the round has reached. */
    Map<String, HoldingProgress> outcomes() {
        return outcomes;
    }

    /** Whether it has found nothing that is left. */
    boolean isEmpty() {
        return outcomes.values().stream().allMatch(HoldingProgress::isDone);
    }

    /** When the next follows: at once while rows go that wait for nothing. */
    Next next(Duration wait) {
        boolean moved = outcomes.values().stream().anyMatch(step -> step.deleted() > 0 && step.waitsFor() == null);
        return moved ? Next.NOW : Next.in(wait);
    }
}
