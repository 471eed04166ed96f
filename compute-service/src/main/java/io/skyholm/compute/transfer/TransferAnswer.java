package io.skyholm.compute.transfer;

import io.skyholm.events.compute.GoodsContext;
import io.skyholm.events.compute.InstanceGoodsFact;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a context has answered to one attempt: that it has prepared, after which it refuses nothing any more, or why it cannot.
 *
 * @param attempt which acceptance it answers: what comes late of an earlier one says nothing of this one; 0 where it has only looked
 * @param counts what it takes of the receiver's quotas
 * @param refusal why it cannot, for a person; null where it has prepared
 * @param refusedByReceiver whether the reason concerns the tenant that has accepted it
 */
record TransferAnswer(
        GoodsContext context,
        long attempt,
        Map<String, Long> counts,
        @Nullable String refusal,
        boolean refusedByReceiver) {

    static TransferAnswer of(InstanceGoodsFact fact) {
        return new TransferAnswer(
                fact.context(), fact.attempt(), fact.counts(), fact.refusal(), fact.refusedByReceiver());
    }

    boolean isPrepared() {
        return refusal == null;
    }
}
