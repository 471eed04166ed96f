package io.skyholm.storage.verification;

import io.skyholm.storage.format.BadImageException;
import io.skyholm.storage.format.ImageHeader;
import io.skyholm.storage.object.ObjectReader;
import io.skyholm.storage.object.ObjectStorage;
import io.skyholm.storage.version.Verified;
import io.skyholm.storage.version.VersionBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/**
 * Reads a version's bytes once, from the beginning to the end, a while at a time. How far it has come is kept in memory alone: after a
 * crash, or on another replica, it begins anew.
 */
final class Verification {

    private static final int BLOCK = 1024 * 1024;

    private final VersionBytes bytes;
    private final long largestDisk;
    private final MessageDigest sha256 = digest("SHA-256");
    private final MessageDigest md5 = digest("MD5");
    private final ByteBuffer beginning;
    private long position;
    private int sizeGb;

    Verification(VersionBytes bytes, long largestDisk) {
        this.bytes = bytes;
        this.largestDisk = largestDisk;
        this.beginning = ByteBuffer.allocate((int) Math.min(ImageHeader.LONGEST, bytes.sizeBytes()));
    }

    /** How many bytes have been read. */
    long position() {
        return position;
    }

    /** Goes on for so long, or to the end. */
    VerificationResult goOn(ObjectStorage store, Duration slice) throws IOException {
        long until = System.nanoTime() + slice.toNanos();
        try (ObjectReader reader = store.read(bytes.objectId(), position, bytes.sizeBytes() - position)) {
            while (position < bytes.sizeBytes() && System.nanoTime() < until) {
                add(reader.next(BLOCK));
            }
        } catch (BadImageException refused) {
            return VerificationResult.refused(String.valueOf(refused.getMessage()));
        }
        return position < bytes.sizeBytes() ? VerificationResult.OPEN : compared();
    }

    private void add(byte[] block) throws BadImageException {
        sha256.update(block);
        md5.update(block);
        position += block.length;
        if (beginning.hasRemaining()) {
            beginning.put(block, 0, Math.min(block.length, beginning.remaining()));
            if (!beginning.hasRemaining()) {
                sizeGb = ImageHeader.sizeGb(
                        bytes.diskFormat(), beginning.duplicate().flip(), bytes.sizeBytes(), largestDisk);
            }
        }
    }

    private VerificationResult compared() {
        String sha = HexFormat.of().formatHex(sha256.digest());
        String five = HexFormat.of().formatHex(md5.digest());
        if (bytes.copiedSha256() != null && !bytes.copiedSha256().equals(sha)) {
            return VerificationResult.refused("The object store has other bytes than the host has left there: " + sha);
        }
        if (bytes.checksumSha256() != null && !bytes.checksumSha256().equals(sha)) {
            return VerificationResult.refused("The SHA-256 of what was uploaded is another than was announced: " + sha);
        }
        if (bytes.checksumMd5() != null && !bytes.checksumMd5().equals(five)) {
            return VerificationResult.refused("The MD5 of what was uploaded is another than was announced: " + five);
        }
        return VerificationResult.of(new Verified(sizeGb, sha, five));
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
