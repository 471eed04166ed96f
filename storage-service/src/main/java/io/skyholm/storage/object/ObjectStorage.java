package io.skyholm.storage.object;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where bytes are kept: an object is received in parts, sealed, read and removed. It blocks, so it belongs on a worker; everything may be
 * repeated after a crash. What an implementation has to keep is in {@code ObjectStorageContract}.
 */
public interface ObjectStorage {

    /** Begins a part of an object that is not sealed. Each has a name of its own, so that no two writers meet. */
    PartWriter begin(UUID object, String part) throws IOException;

    /** Forgets a part, if it is there. */
    void forget(UUID object, String part) throws IOException;

    /** Makes an object of these parts, one behind the other, and of no others; each is cut to its size. */
    void seal(UUID object, List<StoredPart> parts) throws IOException;

    /** Reads so many bytes of a sealed object; fails with {@link NoSuchFileException} if there is none. */
    ObjectReader read(UUID object, long from, long length) throws IOException;

    /** Finds a sealed object once for all that is read of it; where there is none, this fails with {@link NoSuchFileException}, or what is read does. */
    default SealedObject open(UUID object) throws IOException {
        return (from, length) -> read(object, from, length);
    }

    /** Removes all of an object, sealed or not; when it returns, the bytes are gone. */
    void remove(UUID object) throws IOException;

    /** What is next behind that id, whoever it belongs to, by id; at most so many. */
    StoredPage list(@Nullable UUID after, int most) throws IOException;

    /** A sealed object that has been found, for who reads many parts of it. */
    @FunctionalInterface
    interface SealedObject {

        /** Reads so many bytes of it. */
        ObjectReader read(long from, long length) throws IOException;
    }
}
