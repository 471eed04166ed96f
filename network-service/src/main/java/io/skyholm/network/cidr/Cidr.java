package io.skyholm.network.cidr;

import io.netty.util.NetUtil;
import io.skyholm.runtime.problem.Problem;
import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/**
 * A block of addresses such as 10.0.0.0/16 or fd00::/64.
 *
 * @param network its first address
 * @param prefix how many bits all its addresses begin with
 * @param bits how many bits an address has: 32 or 128
 */
public record Cidr(BigInteger network, int prefix, int bits) {

    /** As many addresses as are told apart by a number; nobody fills more. */
    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(62);

    /** IPv4-compatible addresses, and those mapped. */
    private static final List<Cidr> MEANING_IPV4 = List.of(
            new Cidr(BigInteger.ZERO, 96, 128),
            new Cidr(BigInteger.valueOf(0xffff).shiftLeft(32), 96, 128));

    /** Reads a block that a caller wrote; the problem names the field. */
    public static Cidr parse(String field, String text) {
        int slash = text.indexOf('/');
        byte[] address = slash < 0 ? null : NetUtil.createByteArrayFromIpAddressString(text.substring(0, slash));
        if (address == null || text.indexOf('%') >= 0) {
            throw Problem.invalid(field, "must be a block of addresses such as 10.0.0.0/16 or fd00::/48");
        }
        int bits = address.length * Byte.SIZE;
        int prefix = prefix(field, text.substring(slash + 1), bits);
        BigInteger network = new BigInteger(1, address);
        Cidr block = new Cidr(cut(network, bits - prefix), prefix, bits);
        if (!block.network.equals(network)) {
            throw Problem.invalid(field, "must begin at the block's first address: " + block.text());
        }
        return block;
    }

    /** Reads a block that was checked before. */
    public static Cidr of(String text) {
        return parse("block", text);
    }

    private static int prefix(String field, String text, int bits) {
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) > bits) {
            throw Problem.invalid(field, "must end with a prefix from 0 to " + bits);
        }
        return Integer.parseInt(text);
    }

    private static BigInteger cut(BigInteger address, int free) {
        return address.shiftRight(free).shiftLeft(free);
    }

    /** Reads one address; empty for what is none. */
    public static Optional<BigInteger> address(String text) {
        byte[] address = text.indexOf('%') >= 0 ? null : NetUtil.createByteArrayFromIpAddressString(text);
        return address == null ? Optional.empty() : Optional.of(new BigInteger(1, address));
    }

    /** Whether the text is an address of that family. */
    public static boolean isAddress(String text, int bits) {
        byte[] address = NetUtil.createByteArrayFromIpAddressString(text);
        return address != null && address.length * Byte.SIZE == bits && text.indexOf('%') < 0;
    }

    /** 4 or 6. */
    public int family() {
        return bits == 32 ? 4 : 6;
    }

    /** Whether all of the other block is in this one. */
    public boolean contains(Cidr other) {
        return bits == other.bits
                && prefix <= other.prefix
                && cut(other.network, bits - prefix).equals(network);
    }

    /** Whether the address, written as text, is in it. */
    public boolean contains(String address) {
        return isAddress(address, bits)
                && address(address)
                        .map(it -> cut(it, bits - prefix).equals(network))
                        .orElse(false);
    }

    /** Whether some address is in both. */
    public boolean overlaps(Cidr other) {
        return contains(other) || other.contains(this);
    }

    /** Whether it holds addresses of IPv6 that mean addresses of IPv4, of which no network has any. */
    public boolean meansIpv4() {
        return MEANING_IPV4.stream().anyMatch(block -> block.overlaps(this));
    }

    /** How far an address of the block is from its first one. */
    public long place(String address) {
        return address(address).orElseThrow().subtract(network).min(MOST).longValue();
    }

    /** The address at that place. */
    public String at(long place) {
        return text(network.add(BigInteger.valueOf(place)), bits);
    }

    /** The place of the last address, as far as places are counted. */
    public long lastPlace() {
        return BigInteger.ONE.shiftLeft(bits - prefix).min(MOST).longValue() - 1;
    }

    /** The first address that can be a host's. */
    public String firstHost() {
        return at(1);
    }

    /** Whether an address of the block can be a host's: not the network's own, nor IPv4's broadcast. */
    public boolean isHost(String address) {
        long place = place(address);
        return place > 0 && (bits > 32 || place < lastPlace());
    }

    /** As it is written. */
    public String text() {
        return text(network, bits) + "/" + prefix;
    }

    /** One of IPv6 stays one, also where it means one of IPv4. */
    private static String text(BigInteger address, int bits) {
        byte[] bytes = new byte[bits / Byte.SIZE];
        byte[] digits = address.toByteArray();
        int length = Math.min(digits.length, bytes.length);
        System.arraycopy(digits, digits.length - length, bytes, bytes.length - length, length);
        try {
            return bits == 32
                    ? InetAddress.getByAddress(bytes).getHostAddress()
                    : NetUtil.toAddressString(Inet6Address.getByAddress(null, bytes, -1));
        } catch (UnknownHostException neverOfBytes) {
            throw new IllegalStateException(neverOfBytes);
        }
    }
}
