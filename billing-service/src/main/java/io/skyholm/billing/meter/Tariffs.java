package io.skyholm.billing.meter;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The tariffs of plans by time. */
final class Tariffs {

    private final Map<UUID, NavigableMap<Instant, Tariff>> byPlan = new HashMap<>();

    Tariffs(List<Tariff> all) {
        all.stream().sorted(Comparator.comparing(Tariff::version)).forEach(tariff -> byPlan.computeIfAbsent(
                        tariff.planId(), plan -> new TreeMap<>())
                .put(tariff.since(), tariff));
    }

    /** What held then; before a plan's first version, that one, since a fact may be dated a moment before it. */
    Optional<Tariff> of(UUID plan, Instant at) {
        NavigableMap<Instant, Tariff> versions = byPlan.get(plan);
        if (versions == null) {
            return Optional.empty();
        }
        Map.Entry<Instant, Tariff> held = versions.floorEntry(at);
        return Optional.of((held == null ? versions.firstEntry() : held).getValue());
    }
}
