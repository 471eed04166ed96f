package io.skyholm.storage.backup;

import io.skyholm.storage.object.ObjectReader;
import io.skyholm.storage.object.ObjectStorage;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * The SHA-256 of an object, read from its beginning to its end, a while at a time. How far it has come is kept in memory alone: after a
 * crash, or on another replica, it begins anew.
 */
public final class ObjectDigest {

    private static final int BLOCK = 1 << 20;

    private final UUID object;
    private final long sizeBytes;
    private final MessageDigest digest;
    private long position;

    ObjectDigest(UUID object, long sizeBytes) {
        this.object = object;
        this.sizeBytes = sizeBytes;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** How many bytes have been read. */
    long position() {
        return position;
    }

    /** Opens what is summed. */
    @FunctionalInterface
    interface Opening {

        /** From there to its end. */
        ObjectReader from(long position) throws IOException;
    }

    /** Goes on for so long, or to the end; gives the sum in hexadecimal, once it has come there. */
    public Optional<String> goOn(ObjectStorage store, Duration slice) throws IOException {
        return goOn(from -> store.read(object, from, sizeBytes - from), slice);
    }

    /** The same of what the object makes with others. */
    Optional<String> goOn(Opening opening, Duration slice) throws IOException {
        long until = System.nanoTime() + slice.toNanos();
        try (ObjectReader reader = opening.from(position)) {
            do {
                byte[] block = reader.next(BLOCK);
                if (block.length == 0) {
                    throw new IOException(
                            "the object %s ends at %d of %d bytes".formatted(object, position, sizeBytes));
                }
                digest.update(block);
                position += block.length;
            } while (position < sizeBytes && System.nanoTime() - until < 0);
        }
        return position < sizeBytes
                ? Optional.empty()
                : Optional.of(HexFormat.of().formatHex(digest.digest()));
    }
}
