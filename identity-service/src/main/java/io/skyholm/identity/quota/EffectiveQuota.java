package io.skyholm.identity.quota;

import io.skyholm.events.identity.QuotaConfig;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a user may have when every limit is kept: of each thing the smallest. */
final class EffectiveQuota {

    private EffectiveQuota() {}

    static QuotaConfig of(List<QuotaLimit> limits) {
        return new QuotaConfig(
                smallest(limits, QuotaConfig::instances),
                smallest(limits, QuotaConfig::vcpus),
                smallest(limits, QuotaConfig::memoryMb),
                smallest(limits, QuotaConfig::storageGb),
                smallest(limits, QuotaConfig::gpus),
                smallest(limits, QuotaConfig::publicAddresses),
                smallest(limits, QuotaConfig::disks),
                smallest(limits, QuotaConfig::containers),
                counts(limits));
    }

    private static @Nullable Map<String, Long> counts(List<QuotaLimit> limits) {
        Map<String, Long> smallest = new TreeMap<>();
        limits.stream()
                .flatMap(limit -> Stream.ofNullable(limit.quotaConfig()))
                .flatMap(quota -> Stream.ofNullable(quota.counts()))
                .forEach(counts -> counts.forEach((kind, most) -> smallest.merge(kind, most, Math::min)));
        return smallest.isEmpty() ? null : smallest;
    }

    private static @Nullable Long smallest(List<QuotaLimit> limits, Function<QuotaConfig, @Nullable Long> thing) {
        return limits.stream()
                .flatMap(limit -> Stream.ofNullable(limit.quotaConfig()))
                .flatMap(quota -> Stream.ofNullable(thing.apply(quota)))
                .min(Long::compare)
                .orElse(null);
    }
}
