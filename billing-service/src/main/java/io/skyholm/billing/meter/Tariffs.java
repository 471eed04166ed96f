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

/** The tariffs of plans by time, and those of articles: an article is sold by one plan after another. */
final class Tariffs {

    private final Map<UUID, NavigableMap<Instant, Tariff>> byPlan = new HashMap<>();
    private final Map<String, NavigableMap<Instant, Tariff>> byArticle = new HashMap<>();

    /** Of two that begin together the one that ends nothing holds: a price took the place of another. */
    Tariffs(List<Tariff> all) {
        all.stream()
                .sorted(Comparator.comparing((Tariff tariff) -> !tariff.ended()).thenComparing(Tariff::version))
                .forEach(this::put);
    }

    private void put(Tariff tariff) {
        NavigableMap<Instant, Tariff> versions = tariff.article() == null
                ? byPlan.computeIfAbsent(tariff.planId(), plan -> new TreeMap<>())
                : byArticle.computeIfAbsent(tariff.article(), article -> new TreeMap<>());
        versions.put(tariff.since(), tariff);
    }

    /** What held then for what is in that state. */
    Optional<Tariff> of(MeterState state, Instant at) {
        return state.article() == null
                ? Optional.ofNullable(byPlan.get(state.planId())).map(versions -> ofPlan(versions, at))
                : Optional.ofNullable(byArticle.get(state.article()))
                        .map(sold -> sold.floorEntry(at))
                        .map(Map.Entry::getValue)
                        .filter(tariff -> !tariff.ended());
    }

    /** Before a plan's first version, that one, since a fact may be dated a moment before it. */
    private static Tariff ofPlan(NavigableMap<Instant, Tariff> versions, Instant at) {
        Map.Entry<Instant, Tariff> held = versions.floorEntry(at);
        return (held == null ? versions.firstEntry() : held).getValue();
    }

    /** Whether it has a price then, or gets one later: what is paid by a plan that nobody knows yet may. */
    boolean mayCost(MeterState state, Instant at) {
        if (state.article() == null) {
            return state.planId() != null;
        }
        NavigableMap<Instant, Tariff> sold = byArticle.getOrDefault(state.article(), new TreeMap<>());
        return of(state, at).isPresent() || sold.tailMap(at).values().stream().anyMatch(tariff -> !tariff.ended());
    }
}
