package io.skyholm.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** What a process and its children cost: memory with shared pages counted in shares (PSS), and processor time. */
public record Footprint(long memoryKiB, Duration processorTime) {
    private static final Footprint NOTHING = new Footprint(0, Duration.ZERO);

    public static Footprint of(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(Footprint::ofOne)
                .reduce(NOTHING, Footprint::plus);
    }

    /** Of this process only: what a launcher started is not part of it. */
    public static Footprint withoutChildren(ProcessHandle process) {
        return ofOne(process);
    }

    public Footprint plus(Footprint other) {
        return new Footprint(memoryKiB + other.memoryKiB, processorTime.plus(other.processorTime));
    }

    public long memoryMiB() {
        return memoryKiB >> 10;
    }

    private static Footprint ofOne(ProcessHandle process) {
        Path rollup = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
        Duration time = process.info().totalCpuDuration().orElse(Duration.ZERO);
        try (Stream<String> lines = Files.lines(rollup)) {
            return new Footprint(proportional(lines), time);
        } catch (IOException unknown) {
            return new Footprint(0, time);
        }
    }

    static long proportional(Stream<String> rollup) {
        return rollup.filter(line -> line.startsWith("Pss:"))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .sum();
    }
}
