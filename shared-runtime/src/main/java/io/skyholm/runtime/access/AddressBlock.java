package io.skyholm.runtime.access;

import io.netty.util.NetUtil;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A CIDR block such as 192.0.2.0/24 or 2001:db8::/32; a single address is a block of one.
 *
 * @param network the bits that all its addresses begin with
 * @param free how many bits follow in which they differ
 * @param length how many bits an address has
 */
public record AddressBlock(BigInteger network, int free, int length) {

    private static final Pattern SLASH = Pattern.compile("/");

    /** Reads a block; names are not looked up. */
    public static AddressBlock parse(String text) {
        String[] parts = SLASH.split(text, 2);
        byte[] address = NetUtil.createByteArrayFromIpAddressString(parts[0]);
        if (address == null) {
            throw new IllegalArgumentException("Not an address or a block like 192.0.2.0/24: " + text);
        }
        int length = address.length * Byte.SIZE;
        int prefix = parts.length == 1 ? length : Integer.parseInt(parts[1]);
        if (prefix < 0 || prefix > length) {
            throw new IllegalArgumentException("The prefix must be from 0 to " + length + ": " + text);
        }
        return new AddressBlock(new BigInteger(1, address).shiftRight(length - prefix), length - prefix, length);
    }

    /** Whether all addresses of that block lie within. */
    public boolean covers(AddressBlock other) {
        return other.length == length
                && other.free <= free
                && other.network.shiftRight(free - other.free).equals(network);
    }

    /** Whether that address lies within; one that nobody can read does not. */
    public boolean contains(@Nullable String address) {
        byte[] bytes = address == null ? null : NetUtil.createByteArrayFromIpAddressString(address);
        return bytes != null
                && bytes.length * Byte.SIZE == length
                && new BigInteger(1, bytes).shiftRight(free).equals(network);
    }
}
