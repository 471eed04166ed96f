package io.skyholm.network.subnet;

import io.skyholm.network.cidr.AllowedPrefixes;
import io.skyholm.network.cidr.Cidr;
import io.skyholm.network.vpc.VpcView;
import io.skyholm.runtime.problem.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The blocks of a new subnet, each with its router. */
record SubnetLayout(Part first, @Nullable Part second) {

    record Part(Cidr block, String gateway) {}

    static SubnetLayout of(CreateSubnet command, VpcView vpc) {
        Cidr first = within(vpc, "cidrBlock", AllowedPrefixes.network("cidrBlock", command.cidrBlock()));
        String ipv6 = command.ipv6CidrBlock();
        if (ipv6 == null) {
            if (command.ipv6Gateway() != null) {
                throw Problem.invalid("ipv6Gateway", "goes with an ipv6CidrBlock");
            }
            return new SubnetLayout(part("gateway", first, command.gateway()), null);
        }
        Cidr second = within(vpc, "ipv6CidrBlock", AllowedPrefixes.ipv6("ipv6CidrBlock", ipv6, first));
        return new SubnetLayout(
                part("gateway", first, command.gateway()), part("ipv6Gateway", second, command.ipv6Gateway()));
    }

    @Nullable String secondBlock() {
        return second == null ? null : second.block.text();
    }

    @Nullable String secondGateway() {
        return second == null ? null : second.gateway;
    }

    List<Part> parts() {
        return Stream.of(Stream.of(first), Stream.ofNullable(second))
                .flatMap(it -> it)
                .toList();
    }

    private static Cidr within(VpcView vpc, String field, Cidr block) {
        String ipv6 = vpc.ipv6CidrBlock();
        boolean inside = Cidr.of(vpc.cidrBlock()).contains(block)
                || (ipv6 != null && Cidr.of(ipv6).contains(block));
        if (!inside) {
            throw Problem.invalid(
                    field,
                    "must lie within the VPC, which has " + vpc.cidrBlock() + (ipv6 == null ? "" : " and " + ipv6));
        }
        return block;
    }

    /** Without another choice the router has the first address. */
    private static Part part(String field, Cidr block, @Nullable String gateway) {
        if (gateway == null) {
            return new Part(block, block.firstHost());
        }
        if (!block.contains(gateway) || !block.isHost(gateway)) {
            throw Problem.invalid(field, "must be the address of a host in " + block.text());
        }
        return new Part(block, block.at(block.place(gateway)));
    }
}
