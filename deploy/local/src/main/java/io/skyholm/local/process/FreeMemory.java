package io.skyholm.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much memory a new process can have without taking it from others. */
public final class FreeMemory {
    private static final Path TABLE = Path.of("/proc/meminfo");

    private FreeMemory() {}

    /** Whether there is so much; where the system does not say, there is. */
    public static boolean hasMiB(long needed) {
        try (Stream<String> lines = Files.lines(TABLE)) {
            return availableMiB(lines) >= needed;
        } catch (IOException unknown) {
            return true;
        }
    }

    static long availableMiB(Stream<String> table) {
        return table.filter(line -> line.startsWith("MemAvailable:"))
                        .map(line -> line.replaceAll("[^0-9]", ""))
                        .mapToLong(Long::parseLong)
                        .findFirst()
                        .orElse(Long.MAX_VALUE)
                >> 10;
    }
}
