package io.skyholm.billing.meter;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a fact says of a thing: from then on, until what the next one says, it runs by that plan, or so much of that article is there, or
 * nothing is to be paid.
 *
 * @param planId the plan that it was made with; absent of what is paid by its size
 * @param article what there is some of, as plans of storage sell it
 * @param sizeGb how much of it; present exactly where there is an article
 */
record MeterState(
        long generation,
        Instant at,
        @Nullable UUID planId,
        @Nullable String article,
        @Nullable Integer sizeGb) {

    /** Nothing is to be paid. */
    static MeterState free(long generation, Instant at) {
        return new MeterState(generation, at, null, null, null);
    }

    static MeterState byPlan(long generation, Instant at, @Nullable UUID plan) {
        return new MeterState(generation, at, plan, null, null);
    }

    static MeterState bySize(long generation, Instant at, String article, int sizeGb) {
        return new MeterState(generation, at, null, article, sizeGb);
    }

    boolean isPaid() {
        return planId != null || article != null;
    }
}
