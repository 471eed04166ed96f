package io.skyholm.agent.pool;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Knows where the disks of a host are, for a hypervisor that opens them: in files, or in Ceph. */
@FunctionalInterface
public interface DiskPlaces {

    /** What has the bytes of a disk, and nothing else; empty while that is not whole. Fails for an encrypted one whose key is not there. */
    Optional<Found> find(UUID disk);

    /** Sees to it that nobody writes to an image any more who has it open now. No machine of this host has, and nothing else does that anybody wants. */
    default void shutOthersOut(InCeph image) {}

    /** Where a disk is. */
    sealed interface Place permits InFile, InCeph {}

    /** It is a file of this host. */
    record InFile(Path path) implements Place {

        @Override
        public String toString() {
            return path.toString();
        }
    }

    /**
     * It is an image of RBD, which whoever uses it opens at the cluster.
     *
     * @param key that of the user, as Ceph writes it
     */
    record InCeph(List<String> monitors, String pool, String image, String user, String key) implements Place {

        /** Says nothing of the key. */
        @Override
        public String toString() {
            return pool + "/" + image;
        }
    }

    /**
     * A file or an image that is a disk.
     *
     * @param passphrase what opens it, where it is encrypted
     */
    record Found(Place place, @Nullable String passphrase) {

        public Found(Path path, @Nullable String passphrase) {
            this(new InFile(path), passphrase);
        }

        /** One that is not encrypted. */
        public static Found plain(Path path) {
            return new Found(path, null);
        }

        /** Says nothing that is secret. */
        @Override
        public String toString() {
            return place.toString();
        }
    }
}
