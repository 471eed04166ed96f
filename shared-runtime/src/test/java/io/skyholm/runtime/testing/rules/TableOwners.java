package io.skyholm.runtime.testing.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which room owns which table, as a list says it; a table that migrations make and the list lacks is refused. */
record TableOwners(Map<String, String> rooms) {

    /** What becomes of a table; a partition is no table of its own. */
    private static final Pattern CHANGE = Pattern.compile("(?im)^(?<verb>create|drop|alter) (?:table|view)"
            + " (?:if not exists )?(?<table>\\w+)(?! partition of)\\b(?: rename to (?<name>\\w+))?");

    /** Up to the empty line behind it. */
    private static final Pattern FUNCTION =
            Pattern.compile("(?ims)^create (?:or replace )?function .*?(?:\\n\\s*\\n|\\z)");

    /** What shared-runtime brings; a service may have made such a table before there was a module for it. */
    static final TableOwners RUNTIME = listed("/io/skyholm/runtime/testing/rules/runtime-tables.properties");

    /** The list in that resource: a line {@code table = room} for each. */
    static TableOwners listed(String resource) {
        Properties lines = new Properties();
        try (InputStream list = TableOwners.class.getResourceAsStream(resource)) {
            if (list == null) {
                throw new IllegalStateException("There is no list of tables " + resource);
            }
            lines.load(list);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Map<String, String> rooms = new TreeMap<>();
        lines.forEach((table, room) -> rooms.put(String.valueOf(table), String.valueOf(room)));
        return new TableOwners(rooms);
    }

    /** What is wrong with the list, compared with the tables that the migrations in a folder leave behind. */
    List<String> compare(Path migrations) {
        TreeSet<String> made = new TreeSet<>();
        scripts(migrations).forEach(script -> CHANGE.matcher(script).results().forEach(change -> follow(made, change)));
        return Stream.concat(
                        made.stream()
                                .filter(table -> !rooms.containsKey(table) && !RUNTIME.rooms.containsKey(table))
                                .map(table -> table + " has no owner in the list of tables"),
                        rooms.keySet().stream()
                                .filter(table -> !made.contains(table))
                                .map(table -> table + " is in the list of tables, and no migration makes it"))
                .toList();
    }

    /** The functions that the migrations in a folder make; their statements are no room's, and are used by whoever calls. */
    static List<String> functions(Path migrations) {
        return scripts(migrations).stream()
                .flatMap(script -> FUNCTION.matcher(script).results())
                .map(MatchResult::group)
                .toList();
    }

    private static void follow(Set<String> made, MatchResult change) {
        String table = change.group("table");
        String name = change.group("name");
        switch (change.group("verb").toLowerCase(Locale.ROOT)) {
            case "create" -> made.add(table);
            case "drop" -> made.remove(table);
            default -> {
                if (name != null) {
                    made.remove(table);
                    made.add(name);
                }
            }
        }
    }

    private static List<String> scripts(Path migrations) {
        try (Stream<Path> files = Files.list(migrations)) {
            return files.sorted(Comparator.comparing(TableOwners::version, Arrays::compare))
                    .map(TableOwners::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** In the order in which they are run, which is not that of their names: V27_2 comes after V2. */
    private static int[] version(Path script) {
        String version = script.getFileName().toString().substring(1).split("__", 2)[0];
        return Stream.of(version.split("_", -1)).mapToInt(Integer::parseInt).toArray();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
