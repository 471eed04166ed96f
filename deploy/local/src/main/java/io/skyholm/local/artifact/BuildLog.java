package io.skyholm.local.artifact;

import io.skyholm.local.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps what Maven says as it says it, and tells a person which module it has come to: a first build takes minutes. */
final class BuildLog implements Consumer<String>, AutoCloseable {
    /** Such as "[INFO] Building Skyholm launcher 0.1.0-SNAPSHOT   [2/16]". */
    private static final Pattern MODULE = Pattern.compile("Building (.+?) \\S+\\s+\\[(\\d+)/(\\d+)]\\s*$");

    private final Path file;
    private final Progress progress;
    private final Writer writer;

    /** Begins the log anew: it is that of one build. */
    BuildLog(Path file, Progress progress) {
        this.file = file;
        this.progress = progress;
        try {
            this.writer = Files.newBufferedWriter(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + file, failure);
        }
    }

    @Override
    public void accept(String line) {
        try {
            writer.write(line);
            writer.write(System.lineSeparator());
            // Somebody may be reading it.
            writer.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + file, failure);
        }
        Matcher module = MODULE.matcher(line);
        if (module.find()) {
            progress.say("build", "module " + module.group(2) + " of " + module.group(3) + ": " + module.group(1));
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + file, failure);
        }
    }
}
