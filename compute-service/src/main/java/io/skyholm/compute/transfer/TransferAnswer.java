package io.skyholm.compute.transfer;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a context has answered to one attempt: that it has prepared, after which it refuses nothing any more, or why it cannot.
 *
 * @param attempt which acceptance it answers: what comes late of an earlier one says nothing of this one
 * @param counts what it takes of the receiver's quotas
 * @param refusal why it cannot, for a person; null where it has prepared
 */
record TransferAnswer(
        TransferContext context, long attempt, Map<String, Long> counts, @Nullable String refusal) {

    boolean isPrepared() {
        return refusal == null;
    }
}
