package io.skyholm.gateway.call;

import io.netty.util.NetUtil;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that begin alike. The services have an {@code AddressBlock} too: the gateway uses no code of theirs, so that it can be
 * built, replaced and read alone.
 *
 * @param length of an address in bits, 32 or 128
 * @param prefix how many of them are fixed
 */
public record AddressBlock(BigInteger network, int length, int prefix) {

    /** Reads {@code 10.0.0.0/8}, {@code fd00::/8} or a single address. */
    public static AddressBlock of(String text) {
        String[] parts = text.strip().split("/", 2);
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(parts[0]);
        if (bytes == null) {
            throw new IllegalArgumentException("'" + text + "' is no address or block of addresses");
        }
        int length = bytes.length * Byte.SIZE;
        int prefix = parts.length == 1 ? length : Integer.parseInt(parts[1]);
        if (prefix < 0 || prefix > length) {
            throw new IllegalArgumentException("'" + text + "' is no address or block of addresses");
        }
        return new AddressBlock(new BigInteger(1, bytes).shiftRight(length - prefix), length, prefix);
    }

    boolean holds(@Nullable String address) {
        byte[] bytes = address == null ? null : NetUtil.createByteArrayFromIpAddressString(address);
        return bytes != null
                && bytes.length * Byte.SIZE == length
                && new BigInteger(1, bytes).shiftRight(length - prefix).equals(network);
    }
}
