package io.skyholm.agent.network.host;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of addresses as a rule or a port names it.
 *
 * @param text as it was written, which is nothing but an address with or without a length
 * @param first its first address
 * @param length how many bits all its addresses begin with
 * @param bits how many bits an address has
 */
public record Prefix(String text, BigInteger first, int length, int bits) {

    private static final Pattern WRITTEN = Pattern.compile("([0-9a-fA-F.:]+)(?:/([0-9]{1,3}))?");

    /** Of two that begin together the wider one comes first. */
    private static final Comparator<Prefix> IN_ORDER =
            Comparator.comparingInt(Prefix::bits).thenComparing(Prefix::first).thenComparingInt(Prefix::length);

    /** Empty for what is none. An address of IPv6 that means one of IPv4 is neither. */
    public static Optional<Prefix> read(String text) {
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            byte[] bytes = InetAddress.ofLiteral(parts.group(1)).getAddress();
            int bits = bytes.length * Byte.SIZE;
            int length = parts.group(2) == null ? bits : Integer.parseInt(parts.group(2));
            boolean isSix = bits > Integer.SIZE;
            if (isSix != text.contains(":") || length > bits) {
                return Optional.empty();
            }
            return Optional.of(new Prefix(text, cut(new BigInteger(1, bytes), bits - length), length, bits));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static BigInteger cut(BigInteger address, int free) {
        return address.shiftRight(free).shiftLeft(free);
    }

    public boolean isSix() {
        return bits > Integer.SIZE;
    }

    /** The address that it was written with, in the one way in which an address is written here. */
    public String address() {
        return written(text.replaceAll("/.*", ""));
    }

    /** The same of an address that a program has shown. */
    public static String written(String address) {
        return InetAddress.ofLiteral(address).getHostAddress();
    }

    /** All of it, as its first address and its length. */
    public String network() {
        return written(first, bits) + "/" + length;
    }

    /** An address of so many bits. */
    public static String written(BigInteger address, int bits) {
        byte[] bytes = new byte[bits / Byte.SIZE];
        byte[] digits = address.toByteArray();
        int length = Math.min(digits.length, bytes.length);
        System.arraycopy(digits, digits.length - length, bytes, bytes.length - length, length);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException neverOfBytes) {
            throw new IllegalStateException(neverOfBytes);
        }
    }

    public boolean contains(Prefix other) {
        return bits == other.bits
                && length <= other.length
                && cut(other.first, bits - length).equals(first);
    }

    /** Whether that address, as one of a block, is in the block that this one was written with. */
    public boolean holds(Prefix address) {
        return bits == address.bits && address.length == bits && contains(address);
    }

    /** Those that together hold what all of them hold: none is within another, which nftables would refuse. */
    public static List<Prefix> apart(Collection<Prefix> all) {
        List<Prefix> apart = new ArrayList<>();
        all.stream().sorted(IN_ORDER).forEach(next -> {
            if (apart.isEmpty() || !apart.getLast().contains(next)) {
                apart.add(next);
            }
        });
        return apart;
    }
}
