package io.skyholm.storage.backup;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What a host leaves with the object store, in the folder that both have. */
public final class Exported {

    private static final Path STORE = Path.of("target/objects");
    private static final int MIB = 1 << 20;

    /** By size: to sum a GiB takes seconds, and all have the same bytes. */
    private static final Map<Integer, String> SUMS = new ConcurrentHashMap<>();

    private Exported() {}

    /** The bytes of a disk of that size of which only the first are no zeros; gives their SHA-256. */
    public static String leave(UUID object, int sizeGb) {
        byte[] bytes = new byte[MIB];
        bytes[0] = 7;
        Path folder = STORE.resolve("receiving").resolve(object.toString());
        try {
            Files.createDirectories(folder);
            try (RandomAccessFile file =
                    new RandomAccessFile(folder.resolve("export").toFile(), "rw")) {
                file.write(bytes);
                file.setLength((long) sizeGb << 30);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return SUMS.computeIfAbsent(sizeGb, size -> sum(bytes, size));
    }

    private static String sum(byte[] first, int sizeGb) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(first);
            byte[] zeros = new byte[MIB];
            for (int left = sizeGb * 1024 - 1; left > 0; left--) {
                digest.update(zeros);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** Whether the store has anything of that object. */
    public static boolean isThere(UUID object) {
        return Files.exists(STORE.resolve("receiving").resolve(object.toString()))
                || Files.exists(STORE.resolve("sealed").resolve(object.toString()));
    }
}
