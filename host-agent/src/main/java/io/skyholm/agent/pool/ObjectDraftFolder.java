package io.skyholm.agent.pool;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The object store's folder, as it is mounted on this host: what is received lies apart from what is sealed. */
public record ObjectDraftFolder(Path folder) implements ObjectDrafts {

    /** What the store calls the part, which it seals by that name. */
    private static final String PART = "export";

    @Override
    public String leave(UUID object, Content content) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("the object store is not there");
        }
        Path receiving = folder.resolve("receiving");
        Path draft = receiving.resolve(object.toString());
        if (Files.isSymbolicLink(draft)) {
            throw new IOException("the object store has something else there");
        }
        Files.createDirectories(draft);
        try (FileChannel channel =
                FileChannel.open(draft.resolve(PART), CREATE, READ, WRITE, TRUNCATE_EXISTING, NOFOLLOW_LINKS)) {
            content.writeTo(channel);
            channel.force(true);
            keepNames(draft);
            keepNames(receiving);
            return Sha256.of(channel);
        }
    }

    private static void keepNames(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, READ)) {
            names.force(true);
        }
    }
}
