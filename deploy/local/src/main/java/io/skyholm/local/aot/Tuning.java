package io.skyholm.local.aot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Options of the virtual machines: small and quick to start for a person, compiled to the full for a benchmark. */
public enum Tuning {
    SMALL,
    FAST;

    /** What SKYHOLM_JVM asks for. */
    public static Tuning configured(Map<String, String> environment) {
        return "fast".equals(environment.get("SKYHOLM_JVM")) ? FAST : SMALL;
    }

    /** Options for a heap of so many MiB; the first compiler alone starts faster and needs less memory. */
    public List<String> options(int heapMiB) {
        List<String> options = new ArrayList<>(List.of(
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xss512k",
                "-Xms" + heapMiB / 4 + "m",
                "-Xmx" + (this == FAST ? 2 * heapMiB : heapMiB) + "m"));
        if (this == SMALL) {
            options.addAll(List.of(
                    "-XX:TieredStopAtLevel=1",
                    "-XX:MaxNewSize=" + heapMiB / 8 + "m",
                    // Profiles in a cache are for the second compiler.
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:-AOTRecordTraining",
                    "-XX:-AOTReplayTraining"));
        }
        return options;
    }
}
