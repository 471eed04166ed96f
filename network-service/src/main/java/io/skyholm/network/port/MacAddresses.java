package io.skyholm.network.port;

import java.security.SecureRandom;
import java.util.HexFormat;

/** MAC addresses that no manufacturer gives: locally administered, for one card each. */
public final class MacAddresses {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final HexFormat COLONS = HexFormat.ofDelimiter(":");
    private static final int BYTES = 6;
    private static final byte LOCAL = 0x02;

    private MacAddresses() {}

    /** One that is hardly anybody's; the database has the last word. */
    public static String next() {
        byte[] address = new byte[BYTES];
        RANDOM.nextBytes(address);
        address[0] = LOCAL;
        return COLONS.formatHex(address);
    }
}
