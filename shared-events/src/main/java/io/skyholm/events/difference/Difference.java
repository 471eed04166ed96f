package io.skyholm.events.difference;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What a disk has otherwise than at a moment before. As bytes it is a header that says so, and behind that what is not zeros of the extents, one after
 * the other.
 *
 * @param baseBytes how large the disk was at the moment before
 * @param sizeBytes how large it is
 * @param sha256 of all its bytes as they are now, in hexadecimal
 * @param extents what is not as it was, in the order of the disk; all else is, and what lies behind the end of before are zeros
 */
public record Difference(long baseBytes, long sizeBytes, String sha256, List<Extent> extents) {

    /** How many bytes its header begins with, before its extents. */
    private static final int FIXED = 3 * Long.BYTES + 32 + Integer.BYTES;

    /** How many bytes its header has for each extent; zeros have a length below 0. */
    private static final int EACH = 2 * Long.BYTES;

    /** "SKYDIFF1". */
    private static final long FORMAT = 0x534b594449464631L;

    private static final int SUM_BYTES = 32;

    /** It can be kept and read again. */
    public Difference {
        extents = List.copyOf(extents);
        if (baseBytes < 0
                || sizeBytes < baseBytes
                || sha256.length() != 2 * SUM_BYTES
                || extents.size() > Extents.MOST) {
            throw new IllegalArgumentException("That is no difference of a disk");
        }
        long end = 0;
        for (Extent extent : extents) {
            if (extent.at() < end || extent.end() > sizeBytes) {
                throw new IllegalArgumentException("A difference has no extent at " + extent.at());
            }
            end = extent.end();
        }
    }

    /** How many bytes lie before those of its extents. */
    public int headerBytes() {
        return FIXED + EACH * extents.size();
    }

    /** How many bytes it has, with its header. */
    public long bytes() {
        return headerBytes() + extents.stream().mapToLong(Extent::kept).sum();
    }

    /** What it begins with. */
    public ByteBuffer header() {
        ByteBuffer header = ByteBuffer.allocate(headerBytes())
                .putLong(FORMAT)
                .putLong(baseBytes)
                .putLong(sizeBytes)
                .put(HexFormat.of().parseHex(sha256))
                .putInt(extents.size());
        extents.forEach(
                extent -> header.putLong(extent.at()).putLong(extent.isZero() ? -extent.length() : extent.length()));
        return header.flip();
    }

    /** Reads its header; fails where there is none. */
    public static Difference read(BytesAt bytes) throws IOException {
        ByteBuffer fixed = filled(bytes, FIXED, 0);
        long format = fixed.getLong();
        long baseBytes = fixed.getLong();
        long sizeBytes = fixed.getLong();
        byte[] sum = new byte[SUM_BYTES];
        fixed.get(sum);
        int many = fixed.getInt();
        if (format != FORMAT || many < 0 || many > Extents.MOST) {
            throw new MalformedDifferenceException("what should be a difference is none");
        }
        ByteBuffer each = filled(bytes, EACH * many, FIXED);
        try {
            List<Extent> extents = new ArrayList<>(many);
            while (each.hasRemaining()) {
                long at = each.getLong();
                long length = each.getLong();
                extents.add(new Extent(at, Math.abs(length), length < 0));
            }
            return new Difference(baseBytes, sizeBytes, HexFormat.of().formatHex(sum), extents);
        } catch (IllegalArgumentException broken) {
            throw new MalformedDifferenceException("what should be a difference is none", broken);
        }
    }

    private static ByteBuffer filled(BytesAt bytes, int many, long at) throws IOException {
        ByteBuffer filled = ByteBuffer.allocate(many);
        if (many > 0) {
            bytes.read(filled, at);
        }
        return filled.flip();
    }
}
