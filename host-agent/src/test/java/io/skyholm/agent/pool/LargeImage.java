package io.skyholm.agent.pool;

import io.skyholm.events.host.DiskSource;
import io.skyholm.events.storage.DiskFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** An image of 100 GiB in a qcow2 of 256 KiB: zeros, and at the very end a few bytes. */
public final class LargeImage {

    public static final long SIZE = 100L << 30;

    private static final byte[] END = {3, 1, 4, 1, 5, 9};

    private static final int BITS = 16;
    private static final int CLUSTER = 1 << BITS;
    private static final int ENTRIES = CLUSTER / Long.BYTES;
    private static final int TABLES = (int) (SIZE / CLUSTER / ENTRIES);
    private static final long STANDARD = 1L << 63;

    private LargeImage() {}

    /** What the disk ends with. */
    public static byte[] end() {
        return END.clone();
    }

    /** Lays it in a folder of the object store. */
    public static DiskSource in(Path store) throws IOException, NoSuchAlgorithmException {
        ByteBuffer image = ByteBuffer.allocate(4 * CLUSTER);
        image.putInt(0, 0x514649fb).putInt(4, 3).putInt(20, BITS).putLong(24, SIZE);
        image.putInt(36, TABLES).putLong(40, CLUSTER).putInt(100, 104);
        image.putLong(CLUSTER + Long.BYTES * (TABLES - 1), 2L * CLUSTER | STANDARD);
        image.putLong(2 * CLUSTER + Long.BYTES * (ENTRIES - 1), 3L * CLUSTER | STANDARD);
        image.put(4 * CLUSTER - END.length, END);
        UUID object = UUID.randomUUID();
        Path folder = Files.createDirectories(store.resolve("sealed").resolve(object.toString()));
        Files.write(folder.resolve("000000"), image.array());
        String sum =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(image.array()));
        return new DiskSource(object, DiskFormat.QCOW2, sum);
    }
}
