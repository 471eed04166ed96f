package io.skyholm.local.books;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A query that finds what disagrees, and nothing in a sound suite.
 *
 * @param name of its file
 * @param what it compares, for a person
 */
public record Comparison(String name, String what, String sql) {

    private static final Pattern TABLE =
            Pattern.compile("(?<!distinct )\\b(?:from|join)\\s+([a-z]+\\.[a-z_]+|observed_(?:ceph|guest)[a-z_]*)");
    private static final String COMMENT = "--";

    /** Reads a file of {@code books/}: comment lines that say what it compares, then the query. */
    static Comparison read(String name, String text) {
        String what = text.lines()
                .takeWhile(line -> line.startsWith(COMMENT))
                .map(line -> line.substring(COMMENT.length()).strip())
                .collect(Collectors.joining(" "));
        if (what.isEmpty()) {
            throw new IllegalArgumentException("books/" + name + " does not say what it compares");
        }
        return new Comparison(name.replace(".sql", ""), what, text);
    }

    /** The tables that it reads and that may be missing: those of services, each with its schema, and what is in Ceph or on hosts of real guests. */
    Set<String> tables() {
        return TABLE.matcher(sql).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    /** All there are, in the order of their names. */
    static List<Comparison> all() {
        return ComparisonFiles.texts().entrySet().stream()
                .map(file -> read(file.getKey(), file.getValue()))
                .toList();
    }
}
