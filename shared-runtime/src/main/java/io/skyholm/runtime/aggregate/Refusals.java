package io.skyholm.runtime.aggregate;

import io.skyholm.events.identity.CountedKind;
import io.skyholm.runtime.problem.Conflicts;
import io.skyholm.runtime.quota.RowQuota;
import io.skyholm.runtime.quota.RowQuotas;
import org.jspecify.annotations.Nullable;

/**
 * Why a row of an aggregate may not be written, whoever asks for it.
 *
 * @param conflicts what its unique constraints refuse
 * @param counted as what its rows count against a tenant's quota; null where they need not
 */
record Refusals(
        Conflicts conflicts, RowQuotas quotas, @Nullable CountedKind counted) {

    Refusals explaining(Conflicts words) {
        return new Refusals(words, quotas, counted);
    }

    Refusals counting(RowQuota quota) {
        quotas.add(quota);
        return new Refusals(conflicts, quotas, quota.kind());
    }
}
