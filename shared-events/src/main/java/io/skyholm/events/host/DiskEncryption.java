package io.skyholm.events.host;

import io.skyholm.events.EventJson;
import java.util.List;

/**
 * That a disk is encrypted, and what opens it.
 *
 * @param keyVersion counts the keys that the disk has had
 * @param sealedKeys its keys, encrypted for the host alone
 */
public record DiskEncryption(int keyVersion, String sealedKeys) {

    /** So many bytes come before those of an encrypted disk, wherever it is kept. */
    public static final long HEADER_BYTES = 4L << 20;

    /**
     * The passphrases of a disk.
     *
     * @param current which is to open it, alone
     * @param former of which one may open it until then: of before its last change, or of the disk that its bytes are from
     */
    public record Keys(String current, List<String> former) {

        /** Says nothing of them. */
        @Override
        public String toString() {
            return "Keys";
        }
    }

    /** That only that host can open, for this generation of the disk alone. */
    public static DiskEncryption sealed(int keyVersion, Keys keys, String hostKey, HostSeal.Place place) {
        return new DiskEncryption(keyVersion, HostSeal.seal(hostKey, place, EventJson.write(keys)));
    }
}
