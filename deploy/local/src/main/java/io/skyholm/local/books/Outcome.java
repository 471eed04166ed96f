package io.skyholm.local.books;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison found.
 *
 * @param differences a line each; none where all agrees
 * @param missingTable why it could not be made; null where it was
 */
public record Outcome(
        Comparison comparison,
        List<String> differences,
        @Nullable String missingTable) {
    public Outcome {
        differences = List.copyOf(differences);
    }

    static Outcome of(Comparison comparison, List<String> differences) {
        return new Outcome(comparison, differences, null);
    }

    static Outcome withoutTable(Comparison comparison, String table) {
        return new Outcome(comparison, List.of(), table);
    }

    public boolean agrees() {
        return differences.isEmpty();
    }
}
