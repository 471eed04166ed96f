package io.skyholm.network.vpc;

import io.skyholm.network.cidr.Blocks;
import io.skyholm.network.cidr.Cidr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The addresses that a new VPC asks for, as they are written everywhere. */
record Wanted(String block, @Nullable String ipv6Block, List<String> dnsServers) {

    static Wanted by(CreateVpc command) {
        Cidr block = Blocks.network("cidrBlock", command.cidrBlock());
        String second = command.ipv6CidrBlock();
        List<String> dnsServers = command.dnsServers() == null ? List.of() : command.dnsServers();
        Blocks.checkAddresses("dnsServers", dnsServers);
        return new Wanted(
                block.text(),
                second == null
                        ? null
                        : Blocks.ipv6("ipv6CidrBlock", second, block).text(),
                dnsServers);
    }
}
