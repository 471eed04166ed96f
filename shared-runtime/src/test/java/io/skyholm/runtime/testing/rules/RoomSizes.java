package io.skyholm.runtime.testing.rules;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many files a package may have, in main code as in tests: in a larger one nothing is found without searching. */
final class RoomSizes {

    static final int MOST_FILES = 25;

    private static final String CONTRACTS =
            "contracts: a fact, its events and its enums for each aggregate, which are found by the aggregate's name";

    /** Packages that may be larger, each with the reason. */
    static final Map<String, String> LARGER = Map.of(
            "shared-events/src/main/java/io/skyholm/events/compute", CONTRACTS,
            "shared-events/src/main/java/io/skyholm/events/identity", CONTRACTS,
            "shared-events/src/main/java/io/skyholm/events/network", CONTRACTS,
            "shared-events/src/main/java/io/skyholm/events/storage", CONTRACTS,
            "shared-events/src/main/java/io/skyholm/events/host",
                    "the protocol of hosts: what each kind of thing is to be, and what hosts report of all of them");

    private RoomSizes() {}

    /** Packages that are too large, and exceptions that are needed no longer. */
    static List<String> faults(Path checkout, Map<String, String> larger) {
        Map<String, Long> files = SourceFiles.in(checkout).stream()
                .collect(Collectors.groupingBy(
                        file -> checkout.relativize(file.getParent()).toString(), TreeMap::new, Collectors.counting()));
        Stream<String> tooLarge = files.entrySet().stream()
                .filter(room -> room.getValue() > MOST_FILES && !larger.containsKey(room.getKey()))
                .map(room -> room.getKey() + " has " + room.getValue() + " files");
        Stream<String> needless = new TreeSet<>(larger.keySet())
                .stream()
                        .filter(room -> files.getOrDefault(room, 0L) <= MOST_FILES)
                        .map(room -> room + " needs no exception");
        return Stream.concat(tooLarge, needless).toList();
    }
}
