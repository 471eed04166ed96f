package io.skyholm.local.aot;

import io.skyholm.local.Progress;
import io.skyholm.local.Stopwatch;
import io.skyholm.local.process.Command;
import io.skyholm.local.process.Launch;
import io.skyholm.local.process.Shutdown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Knows which of these programs were started without a cache, and makes caches from what a training run recorded. */
public final class AotAssembler {

    private final AotCacheFolder caches;
    private final Set<String> programs;

    public AotAssembler(Path folder, Collection<String> programs) {
        this.caches = new AotCacheFolder(folder);
        this.programs = Set.copyOf(programs);
    }

    /** The programs whose last start had no cache, though one can be made. */
    public Set<String> missing() {
        return names(caches.missing(programs));
    }

    /**
     * Begins a training run, and returns the programs that it is for. It counts as an attempt from now on, so that one that is
     * killed or fails each time is not repeated after each start for ever.
     */
    public Set<String> beginTraining() {
        // Of what an interrupted run recorded nobody knows whether it is whole.
        caches.deleteConfigurations();
        List<AotCacheKey> missing = caches.missing(programs);
        missing.forEach(key -> caches.attempt(key, "the training run did not come to its end"));
        return names(missing);
    }

    /** What was begun and not brought to an end counts as no attempt: it was called off, and has not failed. */
    public void callOff(Set<String> trained) {
        caches.current(programs).stream()
                .filter(key -> trained.contains(key.program()) && !caches.has(key, AotCacheFolder.CACHE))
                .forEach(caches::withdraw);
    }

    /** Makes caches of what the training run for these programs has recorded, and of nothing else. */
    public void assemble(Set<String> trained, Progress progress) {
        for (AotCacheKey key : caches.current(programs)) {
            if (trained.contains(key.program()) && caches.has(key, AotCacheFolder.CONFIGURATION)) {
                Stopwatch began = Stopwatch.started();
                String outcome = make(key) ? "starts faster from now on" : "has no cache yet";
                progress.done(key.program(), outcome, began.elapsed());
            }
        }
        caches.clear(programs);
    }

    private boolean make(AotCacheKey key) {
        try {
            List<String> command = Files.readAllLines(caches.file(key, AotCacheFolder.COMMAND));
            Command ended = Command.run(new Launch(command, Map.of(), caches.folder()));
            boolean made = ended.worked() && caches.has(key, AotCacheFolder.DRAFT);
            if (made) {
                caches.publish(key);
            } else if (!Shutdown.hasBegun()) {
                caches.failed(key, ended.output());
            }
            return made;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot make a cache in " + caches.folder(), failure);
        }
    }

    private static Set<String> names(List<AotCacheKey> keys) {
        Set<String> names = new TreeSet<>();
        keys.forEach(key -> names.add(key.program()));
        return names;
    }
}
