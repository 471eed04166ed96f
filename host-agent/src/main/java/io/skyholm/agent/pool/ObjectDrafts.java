package io.skyholm.agent.pool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.UUID;

/** Where a host leaves bytes that the object store is to have. */
@FunctionalInterface
public interface ObjectDrafts {

    /** Writes the bytes. */
    @FunctionalInterface
    interface Content {

        void writeTo(FileChannel draft) throws IOException;
    }

    /**
     * Leaves bytes as the one part of an object that is not sealed, in place of what is there of it. When this returns, they would be there after the
     * power failed. Gives the SHA-256 of what can be read there, in hexadecimal.
     */
    String leave(UUID object, Content content) throws IOException;
}
