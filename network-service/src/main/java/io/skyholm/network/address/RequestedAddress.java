package io.skyholm.network.address;

import io.skyholm.events.network.AddressKind;
import io.skyholm.network.cidr.Cidr;
import io.skyholm.network.subnet.SubnetView;
import io.skyholm.runtime.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which address of a subnet somebody means, checked against its blocks.
 *
 * @param block the subnet's block that it is of
 * @param address the one named, as it is written everywhere; null for any
 * @param size how many from that one on
 */
public record RequestedAddress(Cidr block, @Nullable String address, int size) {

    private static final Duration LONGEST_LEASE = Duration.ofDays(3650);

    static RequestedAddress by(CreateAddress command, SubnetView subnet, Instant now) {
        if (command.kind() == AddressKind.PORT) {
            throw Problem.invalid("kind", "PORT is for addresses that come with an instance");
        }
        int size = command.rangeSize() == null ? 1 : command.rangeSize();
        if (size > 1 && (command.kind() != AddressKind.RESERVATION || command.ipAddress() == null)) {
            throw Problem.invalid("rangeSize", "goes with a RESERVATION that names its first ipAddress");
        }
        if (command.leaseExpiresAt() != null) {
            checkLease(command.leaseExpiresAt(), now);
        }
        String address = command.ipAddress();
        return address == null
                ? new RequestedAddress(block(subnet, command.ipVersion()), null, size)
                : named("ipAddress", address, subnet).to(size);
    }

    /** The address that was named for a field, if it can be a host's in that subnet. */
    public static RequestedAddress named(String field, String address, SubnetView subnet) {
        Cidr first = Cidr.of(subnet.cidrBlock());
        String ipv6 = subnet.ipv6CidrBlock();
        Cidr block = first.contains(address) || ipv6 == null ? first : Cidr.of(ipv6);
        if (!block.contains(address) || !block.isHost(address)) {
            throw Problem.invalid(
                    field,
                    "must be the address of a host in " + subnet.cidrBlock() + (ipv6 == null ? "" : " or " + ipv6));
        }
        String written = block.at(block.place(address));
        if (written.equals(subnet.gateway()) || written.equals(subnet.ipv6Gateway())) {
            throw Problem.invalid(field, "is the address of the subnet's gateway");
        }
        return new RequestedAddress(block, written, 1);
    }

    static void checkLease(Instant end, Instant now) {
        if (end.isBefore(now) || end.isAfter(now.plus(LONGEST_LEASE))) {
            throw Problem.invalid("leaseExpiresAt", "must be in the future, and within ten years");
        }
    }

    private RequestedAddress to(int many) {
        if (address != null && block.place(address) + many - 1 > block.lastPlace()) {
            throw Problem.invalid("rangeSize", "goes beyond the subnet's block " + block.text());
        }
        return new RequestedAddress(block, address, many);
    }

    private static Cidr block(SubnetView subnet, @Nullable Integer version) {
        Cidr first = Cidr.of(subnet.cidrBlock());
        if (version == null || version == first.family()) {
            return first;
        }
        String ipv6 = subnet.ipv6CidrBlock();
        if (version != 6 || ipv6 == null) {
            throw Problem.invalid("ipVersion", "must be one that the subnet has");
        }
        return Cidr.of(ipv6);
    }
}
