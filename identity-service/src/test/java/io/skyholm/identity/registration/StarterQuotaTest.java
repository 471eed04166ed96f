package io.skyholm.identity.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.identity.QuotaConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What somebody may hold who has registered by themselves. */
class StarterQuotaTest {

    private static final String IN_GIB = "Gb";

    /** A kind that is new and takes bytes fails here until somebody has said how many a stranger may have. */
    @Test
    void everythingThatTakesBytesIsLimitedAndToLessThanIsUsual() {
        QuotaConfig quota = starter(Map.of());
        assertThat(Stream.of(CountedKind.values()).filter(kind -> kind.label().endsWith(IN_GIB)))
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(kind -> assertThat(quota.counts()).hasEntrySatisfying(kind.label(), most -> assertThat(most)
                        .isPositive()
                        .isLessThan(kind.usual())));
    }

    @Test
    void disksAreCountedAsTheyAreLimited() {
        QuotaConfig quota = starter(Map.of("skyholm.registration.quota.disks", "7"));
        assertThat(quota.disks()).isEqualTo(7);
        assertThat(quota.counts()).containsEntry("dataDisks", 7L);
    }

    @Test
    void bytesAreAsManyAsTheSettingSays() {
        QuotaConfig quota = starter(Map.of("skyholm.registration.quota.image-gb", "3"));
        assertThat(quota.counts()).containsEntry("imageGb", 3L);
    }

    private static QuotaConfig starter(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(StarterQuota.class)
                .withSources(new PropertiesConfigSource(settings, "settings", 100))
                .build()
                .getConfigMapping(StarterQuota.class)
                .quota();
    }
}
