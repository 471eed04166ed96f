package io.skyholm.runtime.testing.facts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A newer fact replaces all that was known of a thing but its key. A column that is left as it was, such as whose a thing is, would go on
 * saying what was true once.
 */
public final class KnownRows {

    private static final Pattern UPSERT = Pattern.compile(
            "insert into (known_\\w+)(?: as \\w+)? \\(([^)]*)\\).*?on conflict \\(([^)]*)\\) do update set (.*?)(?:\\bwhere\\b|\"\"\"|\";)",
            Pattern.DOTALL);

    private KnownRows() {}

    /** What the statements in these sources leave as it was, as in {@code known_image.tenant_id}. */
    public static List<String> leftAsTheyWere(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> left(read(file)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Stream<String> left(String source) {
        return UPSERT.matcher(source).results().flatMap(KnownRows::left);
    }

    private static Stream<String> left(MatchResult upsert) {
        List<String> keys = names(upsert.group(3));
        return names(upsert.group(2)).stream()
                .filter(column -> !keys.contains(column) && !upsert.group(4).contains(column + " ="))
                .map(column -> upsert.group(1) + "." + column);
    }

    private static List<String> names(String list) {
        return List.of(list.strip().split("\\s*,\\s*", -1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
