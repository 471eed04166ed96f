package io.skyholm.storage.source;

import io.skyholm.runtime.access.AddressBlock;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses may be asked for bytes: those of the Internet, and what an operator allows besides. Whoever names a URL would otherwise
 * have the platform read for them what only its own network can reach, such as the metadata of a cloud.
 */
final class PublicAddresses {

    /** All that the registries of IANA do not call globally reachable, and the relays that lead to other addresses. */
    private static final List<AddressBlock> NOT_PUBLIC = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20");

    private static final AddressBlock IPV4 = AddressBlock.parse("0.0.0.0/0");

    /** Of IPv6, no other block has been given to anybody; what leads to IPv4 addresses lies outside of it. */
    private static final AddressBlock IPV6 = AddressBlock.parse("2000::/3");

    private final List<AddressBlock> allowed;

    PublicAddresses(List<String> allowed) {
        this.allowed = blocks(allowed.toArray(String[]::new));
    }

    private static List<AddressBlock> blocks(String... texts) {
        return Stream.of(texts).map(AddressBlock::parse).toList();
    }

    boolean permit(InetAddress address) {
        String plain = plain(address);
        if (allowed.stream().anyMatch(block -> block.contains(plain))) {
            return true;
        }
        return (IPV4.contains(plain) || IPV6.contains(plain))
                && NOT_PUBLIC.stream().noneMatch(block -> block.contains(plain));
    }

    /** Without a zone, and an IPv4 address that is written as an IPv6 one as what it is. */
    private static String plain(InetAddress address) {
        try {
            return InetAddress.getByAddress(address.getAddress()).getHostAddress();
        } catch (UnknownHostException neverOfAnAddress) {
            throw new IllegalArgumentException(neverOfAnAddress);
        }
    }
}
