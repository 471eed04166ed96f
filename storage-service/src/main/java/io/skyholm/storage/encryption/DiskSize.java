package io.skyholm.storage.encryption;

import io.skyholm.events.host.DiskEncryption;
import io.skyholm.storage.Gib;

/** How many bytes a disk has where they are kept. */
public final class DiskSize {

    private DiskSize() {}

    /** An encrypted one has a header beside its own. */
    public static long bytes(int sizeGb, boolean encrypted) {
        return Gib.bytes(sizeGb) + (encrypted ? DiskEncryption.HEADER_BYTES : 0);
    }
}
