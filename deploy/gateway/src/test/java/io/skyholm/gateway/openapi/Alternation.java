package io.skyholm.gateway.openapi;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A pattern that names the words it accepts, as in {@code ^(USER|ROLE):(READ|UPDATE)$}. */
record Alternation(String frame, List<List<String>> words) {

    private static final Pattern GROUP = Pattern.compile("\\(([A-Z_|]+)\\)");

    static Alternation of(String pattern) {
        return new Alternation(
                GROUP.matcher(pattern).replaceAll("()"),
                GROUP.matcher(pattern).results().map(Alternation::words).toList());
    }

    /** Whether all that the other accepts is accepted here; two patterns without such words have to be the same. */
    boolean accepts(Alternation other) {
        if (!frame.equals(other.frame)) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).containsAll(other.words.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> words(MatchResult group) {
        return List.of(group.group(1).split("\\|", -1));
    }
}
