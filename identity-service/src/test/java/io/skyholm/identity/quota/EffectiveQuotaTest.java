package io.skyholm.identity.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.identity.QuotaConfig;
import java.util.List;
import java.util.Map;
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

    @Test
    void everyThingHasALimitOfItsOwn() {
        QuotaConfig tenant = new QuotaConfig(8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
        QuotaConfig user = new QuotaConfig(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(EffectiveQuota.of(List.of(limit(tenant), limit(user))))
                .isEqualTo(new QuotaConfig(1L, 2L, 3L, 4L, 4L, 3L, 2L, 1L));
    }

    @Test
    void countsAreTheTenants() {
        QuotaConfig tenant = new QuotaConfig(null, null, null, null, null, null, null, null, Map.of("users", 3L));
        QuotaConfig user = new QuotaConfig(1L, null, null, null, null, null, null, null);
        assertThat(EffectiveQuota.of(List.of(limit(tenant), limit(user))).counts())
                .containsExactly(Map.entry("users", 3L));
    }

    @Test
    void nothingAtAllIsALimitToo() {
        assertThat(EffectiveQuota.of(List.of(limit(0L, null), limit(3L, null)))).isEqualTo(quota(0L, null));
    }

    private static QuotaLimit limit(@Nullable Long instances, @Nullable Long gpus) {
        return limit(quota(instances, gpus));
    }

    private static QuotaLimit limit(QuotaConfig quota) {
        return new QuotaLimit(QuotaLevel.GROUP, UUID.randomUUID(), "Film", quota);
    }

    private static QuotaConfig quota(@Nullable Long instances, @Nullable Long gpus) {
        return new QuotaConfig(instances, null, null, null, gpus, null, null, null);
    }
}
