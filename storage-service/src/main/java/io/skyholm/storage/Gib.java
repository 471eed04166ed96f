package io.skyholm.storage;

/** Sizes in GiB, of which one that has begun counts. */
public final class Gib {

    private static final long BYTES = 1L << 30;

    private Gib() {}

    /** How many bytes so many are. */
    public static long bytes(int gib) {
        return gib * BYTES;
    }

    /** How many so many bytes are. */
    public static long of(long bytes) {
        return Math.ceilDiv(bytes, BYTES);
    }

    /** How many so many bytes are, in SQL. */
    public static String sql(String bytes) {
        return "(%s + %d) / %d".formatted(bytes, BYTES - 1, BYTES);
    }
}
