package io.skyholm.local.books;

import java.util.List;

/**
 * What a comparison found.
 *
 * @param differences a line each; none where all agrees
 * @param skipped whether it could not be made, since its tables are not there
 */
public record Outcome(Comparison comparison, List<String> differences, boolean skipped) {
    public Outcome {
        differences = List.copyOf(differences);
    }

    public boolean agrees() {
        return differences.isEmpty();
    }
}
