package io.skyholm.identity.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.identity.QuotaConfig;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Of limits the smallest counts. */
class EffectiveQuotaTest {

    @Test
    void smallestOfEachThingCounts() {
        assertThat(EffectiveQuota.of(List.of(limit(10L, null), limit(3L, 8L), limit(5L, 2L))))
                .isEqualTo(quota(3L, 2L));
    }

    @Test
    void noLimitIsNone() {
        assertThat(EffectiveQuota.of(List.of())).isEqualTo(QuotaConfig.UNLIMITED);
        assertThat(EffectiveQuota.of(List.of(new QuotaLimit(QuotaLevel.USER, UUID.randomUUID(), "ada", null))))
                .isEqualTo(QuotaConfig.UNLIMITED);
    }

    private static QuotaLimit limit(@Nullable Long instances, @Nullable Long gpus) {
        return new QuotaLimit(QuotaLevel.GROUP, UUID.randomUUID(), "Film", quota(instances, gpus));
    }

    private static QuotaConfig quota(@Nullable Long instances, @Nullable Long gpus) {
        return new QuotaConfig(instances, null, null, null, gpus, null, null, null);
    }
}
