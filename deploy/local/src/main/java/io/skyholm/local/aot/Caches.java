package io.skyholm.local.aot;

import java.nio.file.Path;

/**
 * The folder with the ahead-of-time caches, and whether programs without one record what they load. Only a rehearsal
 * records: what people and benchmarks start is not slowed down by it, and may be killed at any time.
 */
public record Caches(Path folder, boolean recording) {

    /** The same folder for a suite that is started in order to be recorded. */
    public Caches recorded() {
        return new Caches(folder, true);
    }
}
