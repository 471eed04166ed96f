package io.skyholm.agent.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/** A file that the agent's user alone may read, whole or not there at all. What a killed agent has written of it is begun anew, or goes with it. */
public record OwnedFile(Path path) {

    private static final FileAttribute<Set<PosixFilePermission>> FOR_OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    public void write(byte[] content) throws IOException {
        boolean ignored = Files.deleteIfExists(draft());
        Path made = Files.createFile(draft(), FOR_OWNER);
        Files.write(made, content);
        Files.move(made, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    public void delete() throws IOException {
        for (Path one : List.of(draft(), path)) {
            boolean ignored = Files.deleteIfExists(one);
        }
    }

    private Path draft() {
        return path.resolveSibling(path.getFileName() + ".draft");
    }
}
