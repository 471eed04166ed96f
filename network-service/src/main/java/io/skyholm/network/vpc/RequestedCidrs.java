package io.skyholm.network.vpc;

import io.skyholm.network.cidr.AllowedPrefixes;
import io.skyholm.network.cidr.Cidr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The addresses that a new VPC asks for, as they are written everywhere. */
record RequestedCidrs(String block, @Nullable String ipv6Block, List<String> dnsServers) {

    static RequestedCidrs by(CreateVpc command) {
        Cidr block = AllowedPrefixes.network("cidrBlock", command.cidrBlock());
        String second = command.ipv6CidrBlock();
        List<String> dnsServers = command.dnsServers() == null ? List.of() : command.dnsServers();
        AllowedPrefixes.checkAddresses("dnsServers", dnsServers);
        return new RequestedCidrs(
                block.text(),
                second == null
                        ? null
                        : AllowedPrefixes.ipv6("ipv6CidrBlock", second, block).text(),
                dnsServers);
    }
}
