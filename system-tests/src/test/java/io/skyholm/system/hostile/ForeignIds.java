package io.skyholm.system.hostile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Ids of a victim by the segment of their lists, such as {@code security-groups}, and which of each is used this time. */
record ForeignIds(Map<String, List<String>> byKind, int turn) {

    private static final Pattern CAPITAL = Pattern.compile("([A-Z])");

    ForeignIds {
        byKind = Map.copyOf(byKind);
    }

    ForeignIds inTurn(int next) {
        return new ForeignIds(byKind, next);
    }

    /** One of that kind; where the victim has none, one of another. */
    String ofKind(String segment) {
        List<String> known = byKind.getOrDefault(segment, all());
        return known.get(Math.floorMod(turn, known.size()));
    }

    /** One for a field or a parameter of that name: for securityGroupId one of the security-groups. */
    String named(String name) {
        String thing = name.endsWith("Id") ? name.substring(0, name.length() - 2) : name;
        String words = CAPITAL.matcher(thing).replaceAll("-$1").toLowerCase(Locale.ROOT);
        return byKind.keySet().stream()
                .filter(kind -> kind.equals(words + "s") || kind.endsWith("-" + words + "s"))
                .findFirst()
                .map(this::ofKind)
                .orElseGet(() -> all().get(Math.floorMod(turn, all().size())));
    }

    List<String> all() {
        return byKind.values().stream().flatMap(List::stream).sorted().toList();
    }

    /** Which of them stand in a text. */
    Set<String> within(String text) {
        return all().stream().filter(text::contains).collect(Collectors.toCollection(TreeSet::new));
    }
}
