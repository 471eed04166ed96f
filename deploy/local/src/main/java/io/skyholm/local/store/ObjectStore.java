package io.skyholm.local.store;

import java.io.IOException;

/** An object store of storage's. */
public interface ObjectStore {

    /** What storage calls it. */
    String id();

    /** Whether hosts leave and read objects there, too, so that it may have those of other stores. */
    boolean isOfHosts();

    /** What lies there now. */
    StoreContents contents() throws IOException;
}
