package io.skyholm.network.cidr;

import io.skyholm.runtime.problem.Problem;
import java.util.List;

/** The blocks that networks may have. */
public final class AllowedPrefixes {

    private static final int WIDEST_IPV4 = 8;
    private static final int NARROWEST_IPV4 = 30;
    private static final int WIDEST_IPV6 = 32;
    private static final int NARROWEST_IPV6 = 126;

    private AllowedPrefixes() {}

    /** A block of either family, of a size that a network can use. */
    public static Cidr network(String field, String text) {
        Cidr block = Cidr.parse(field, text);
        int widest = block.family() == 4 ? WIDEST_IPV4 : WIDEST_IPV6;
        int narrowest = block.family() == 4 ? NARROWEST_IPV4 : NARROWEST_IPV6;
        if (block.prefix() < widest || block.prefix() > narrowest) {
            throw Problem.invalid(field, "must have a prefix from /%d to /%d".formatted(widest, narrowest));
        }
        if (block.meansIpv4()) {
            throw Problem.invalid(
                    field, "must not hold addresses of IPv6 that mean ones of IPv4, as ::ffff:0:0/96 does");
        }
        return block;
    }

    /** A second block, of IPv6 beside one of IPv4. */
    public static Cidr ipv6(String field, String text, Cidr first) {
        Cidr block = network(field, text);
        if (block.family() != 6 || first.family() != 4) {
            throw Problem.invalid(field, "must be of IPv6, beside a cidrBlock of IPv4");
        }
        return block;
    }

    /** Refuses what is no address, naming the field. */
    public static void checkAddresses(String field, List<String> addresses) {
        for (String address : addresses) {
            if (!Cidr.isAddress(address, 32) && !Cidr.isAddress(address, 128)) {
                throw Problem.invalid(field, "must hold addresses such as 9.9.9.9 or 2620:fe::fe");
            }
        }
    }
}
