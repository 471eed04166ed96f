package io.skyholm.agent.pool;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Knows in which files the disks of a host are, for a hypervisor that opens them. */
@FunctionalInterface
public interface DiskFiles {

    /** The one that has the bytes of a disk, and nothing else; empty while that is not whole. Fails for an encrypted one whose key is not there. */
    Optional<Found> file(UUID disk);

    /**
     * A file that is a disk.
     *
     * @param passphrase what opens it, where it is encrypted
     */
    record Found(Path path, @Nullable String passphrase) {

        /** One that is not encrypted. */
        public static Found plain(Path path) {
            return new Found(path, null);
        }

        /** Says nothing that is secret. */
        @Override
        public String toString() {
            return path.toString();
        }
    }
}
