package io.skyholm.handover;

import io.skyholm.events.identity.CountedKind;
import io.skyholm.runtime.problem.Problem;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What there is of an instance, and why it cannot go, if it cannot.
 *
 * @param refusedByReceiver whether that concerns the tenant that it is offered to
 */
public record Found(Map<String, Long> counts, @Nullable String refusal, boolean refusedByReceiver) {

    public static Found of(Map<CountedKind, Long> counts) {
        Map<String, Long> labelled = new TreeMap<>();
        counts.forEach((kind, amount) -> labelled.put(kind.label(), amount));
        labelled.values().removeIf(amount -> amount == 0);
        return new Found(labelled, null, false);
    }

    /** Something of it is not as it has to be. */
    public static Found refused(Problem why) {
        return new Found(Map.of(), why.detail(), false);
    }

    /** The other tenant has no room for it. */
    public Found withoutRoom(Problem why) {
        return new Found(counts, why.detail(), true);
    }

    public boolean isRefused() {
        return refusal != null;
    }
}
