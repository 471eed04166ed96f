package io.skyholm.agent.desired;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a host keeps the generations that it has seen: a line for each change, of which the last about a thing counts. What was
 * written survives the end of the process and of the machine.
 */
final class GenerationFile {

    private static final int FEW_LINES = 1000;

    private final Path file;
    private int lines;
    private int rewriteAt;

    GenerationFile(Path file) {
        this.file = file;
    }

    /** All that it holds, oldest first. What a process that was killed wrote half is as if never written: nobody acted on it. */
    List<SeenGeneration> read() {
        try {
            if (!Files.exists(file)) {
                return List.of();
            }
            // Not as UTF-8: after a power failure there may be any bytes at the end.
            return Files.readString(file, StandardCharsets.ISO_8859_1)
                    .lines()
                    .flatMap(line -> SeenGeneration.read(line).stream())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
        }
    }

    /**
     * Whether it has to be written anew: at first, since its last line may be half a line, after a failure, for the same reason,
     * and when most of its lines have been replaced by later ones.
     */
    boolean isToBeRewritten() {
        return lines >= rewriteAt;
    }

    /** Adds these at its end. */
    void append(Collection<SeenGeneration> changes) {
        try {
            write(file, changes, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
            lines += changes.size();
        } catch (IOException failure) {
            rewriteAt = 0;
            throw new UncheckedIOException("cannot write " + file, failure);
        }
    }

    /** Holds exactly these from now on; what it held before stays until they are all written. */
    void rewrite(Collection<SeenGeneration> all) {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try {
            Files.createDirectories(file.resolveSibling(""));
            write(
                    draft,
                    all,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            keepName();
            lines = all.size();
            rewriteAt = FEW_LINES + 2 * all.size();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + file, failure);
        }
    }

    /** A file's new name is in its folder, which is kept apart from what the file holds. */
    private void keepName() throws IOException {
        try (FileChannel folder = FileChannel.open(file.resolveSibling(""), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private static void write(Path to, Collection<SeenGeneration> all, OpenOption... how) throws IOException {
        String text = all.stream().map(SeenGeneration::line).collect(Collectors.joining());
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        try (FileChannel channel = FileChannel.open(to, how)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        }
    }
}
