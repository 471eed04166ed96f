package io.skyholm.storage.object;

import java.io.Closeable;
import java.io.IOException;

/** Reads an object from its beginning to its end, by one thread at a time. */
public interface ObjectReader extends Closeable {

    /** The next bytes, at most so many; none at the end. */
    byte[] next(int most) throws IOException;
}
