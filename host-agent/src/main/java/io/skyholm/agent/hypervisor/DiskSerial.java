package io.skyholm.agent.hypervisor;

import java.util.UUID;

/** The serial number by which a guest knows a disk again, wherever that is plugged in. */
public final class DiskSerial {

    /** As many characters as a guest is shown of a virtio disk's. */
    private static final int LENGTH = 20;

    private DiskSerial() {}

    /** Its end, which no two disks share: the beginning says when it was made. */
    public static String of(UUID disk) {
        String digits = disk.toString().replace("-", "");
        return digits.substring(digits.length() - LENGTH);
    }
}
