package io.skyholm.agent.pool.rbd;

import java.util.UUID;
import java.util.regex.Pattern;

/** What images are called: what they are for, and something that makes the name new, since one of before may have been left. */
final class Names {

    private static final String DISK = "disk.";
    private static final String BASE = "base.";
    private static final int LENGTH_OF_ID = 36;

    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern OURS = Pattern.compile("(disk|base)\\." + ID + "\\." + ID);

    private Names() {}

    static String ofDisk(UUID id) {
        return DISK + id + '.' + UUID.randomUUID();
    }

    static String ofBase(UUID object) {
        return BASE + object + '.' + UUID.randomUUID();
    }

    /** Whether an agent gave it that name: others keep images in the same pool, which may begin so. */
    static boolean isOurs(String name) {
        return OURS.matcher(name).matches();
    }

    /** Whether it has an image's bytes. */
    static boolean isOfBase(String name) {
        return name.startsWith(BASE);
    }

    /** For which disk it was made. */
    static UUID diskOf(String name) {
        return UUID.fromString(name.substring(DISK.length(), DISK.length() + LENGTH_OF_ID));
    }
}
