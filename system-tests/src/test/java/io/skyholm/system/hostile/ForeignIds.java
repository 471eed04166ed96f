package io.skyholm.system.hostile;

import io.skyholm.system.calls.IdSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ids of a victim by the segment of their lists, such as {@code security-groups}, and paths of what lies within another by their template;
 * and which of each is used this time.
 */
record ForeignIds(Map<String, List<String>> byKind, int turn) implements IdSource {

    ForeignIds {
        byKind = Map.copyOf(byKind);
    }

    ForeignIds inTurn(int next) {
        return new ForeignIds(byKind, next);
    }

    /** One of that kind; where the victim has none, one whose kind ends so, or one of another. */
    @Override
    public String ofKind(String kind) {
        List<String> known = byKind.keySet().stream()
                .filter(each -> each.equals(kind) || each.endsWith("-" + kind))
                .min(Comparator.comparingInt(String::length))
                .map(each -> byKind.getOrDefault(each, List.of()))
                .orElseGet(this::all);
        return known.get(Math.floorMod(turn, known.size()));
    }

    @Override
    public Optional<String> within(String template) {
        List<String> known = byKind.getOrDefault(template, List.of());
        return known.isEmpty() ? Optional.empty() : Optional.of(known.get(Math.floorMod(turn, known.size())));
    }

    private List<String> all() {
        return byKind.entrySet().stream()
                .filter(kind -> !kind.getKey().startsWith("/"))
                .flatMap(kind -> kind.getValue().stream())
                .sorted()
                .toList();
    }
}
