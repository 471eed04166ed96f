package io.skyholm.audit.signer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The file of what was signed: a line for each place, of which the last of a chain counts. What was written survives a power failure. */
final class SignedFile {

    private static final int FEW_LINES = 1_000;

    private final Path file;
    private int lines;
    private int rewriteAt;

    SignedFile(Path file) {
        this.file = file;
    }

    /**
     * All that it holds, oldest first. What lies behind the last whole line was cut off by a crash or a full disk: its signature was given
     * to nobody. A line that is damaged in front of a whole one was written whole once, and what it said must not be forgotten.
     */
    List<SignedPlace> read() throws IOException {
        List<SignedPlace> places = new ArrayList<>();
        int damaged = 0;
        int number = 0;
        for (String line : Files.exists(file) ? text().lines().toList() : List.<String>of()) {
            number++;
            Optional<SignedPlace> place = SignedPlace.read(line);
            if (place.isEmpty()) {
                damaged = damaged == 0 ? number : damaged;
            } else if (damaged > 0) {
                throw new IOException(
                        "line " + damaged + " of " + file
                                + " is damaged, so what was signed is not known; restore the file, or remove the line to do without");
            } else {
                places.add(place.get());
            }
        }
        return places;
    }

    /** Whether it has to be written anew: after a failure, since it may end with half a line, and when most of its lines are outdated. */
    boolean isToBeRewritten() {
        return lines >= rewriteAt;
    }

    /** Adds a line, which is on the disk when this returns. */
    void append(SignedPlace place) throws IOException {
        int before = rewriteAt;
        rewriteAt = 0;
        write(file, List.of(place), StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        rewriteAt = before;
        lines++;
    }

    /** Holds exactly these from now on; what it held before stays until they are all on the disk. */
    void rewrite(Collection<SignedPlace> all) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        write(draft, all, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        keepName();
        lines = all.size();
        rewriteAt = FEW_LINES + 2 * all.size();
    }

    /** Not as UTF-8: after a power failure there may be any bytes at the end. */
    private String text() throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    /** A file's new name is in its folder, which is written to the disk apart from what the file holds. */
    private void keepName() throws IOException {
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().resolveSibling(""), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private static void write(Path to, Collection<SignedPlace> all, OpenOption... how) throws IOException {
        String text = all.stream().map(SignedPlace::line).collect(Collectors.joining());
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        try (FileChannel channel = FileChannel.open(to, how)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        }
    }
}
