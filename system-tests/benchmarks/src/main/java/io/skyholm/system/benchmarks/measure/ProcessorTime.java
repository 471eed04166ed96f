package io.skyholm.system.benchmarks.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What processes have spent on processors, children that have ended included: PostgreSQL's connections come and go. */
public final class ProcessorTime {

    private static final int TICKS_PER_SECOND = 100;

    /** Where {@code utime, stime, cutime, cstime} begin behind the program's name, which may hold blanks. */
    private static final int FIRST = 11;

    private static final int FIELDS = 4;

    private ProcessorTime() {}

    /** The microseconds of a process and of all that it started. */
    public static double ofAll(ProcessHandle process) {
        return micros(Stream.concat(Stream.of(process), process.descendants()));
    }

    /** The microseconds of this process, without what it started and still runs. */
    static double here() {
        return micros(Stream.of(ProcessHandle.current()));
    }

    private static double micros(Stream<ProcessHandle> processes) {
        return processes.mapToLong(ProcessorTime::ticks).sum() * (1e6 / TICKS_PER_SECOND);
    }

    private static long ticks(ProcessHandle process) {
        Path file = Path.of("/proc", Long.toString(process.pid()), "stat");
        if (!Files.exists(file)) {
            return 0;
        }
        try {
            String text = Files.readString(file);
            String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
            return Stream.of(fields)
                    .skip(FIRST)
                    .limit(FIELDS)
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (IOException ended) {
            throw new UncheckedIOException("A process ended while it was looked at", ended);
        }
    }
}
