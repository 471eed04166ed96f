package io.skyholm.network.instance;

import io.skyholm.events.compute.WantedNetwork;
import io.skyholm.events.network.AddressKind;
import io.skyholm.events.network.PortEvents;
import io.skyholm.network.address.AddressClaims;
import io.skyholm.network.address.Claim;
import io.skyholm.network.address.RequestedAddress;
import io.skyholm.network.cidr.Cidr;
import io.skyholm.network.port.MacAddresses;
import io.skyholm.network.port.Port;
import io.skyholm.network.port.PortGroups;
import io.skyholm.network.port.PortPlace;
import io.skyholm.network.port.PortPublisher;
import io.skyholm.network.securitygroup.GroupLock;
import io.skyholm.network.securitygroup.PortRules;
import io.skyholm.network.subnet.SubnetView;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the ports of an instance with their addresses: all of them, or none. */
@Singleton
class PortSetUp {

    private final SubnetChoice subnets;
    private final AddressClaims claims;
    private final PortGroups groups;
    private final GroupLock groupLock;
    private final PortRules rules;
    private final PortPublisher publisher;

    PortSetUp(
            SubnetChoice subnets,
            AddressClaims claims,
            PortGroups groups,
            GroupLock groupLock,
            PortRules rules,
            PortPublisher publisher) {
        this.subnets = subnets;
        this.claims = claims;
        this.groups = groups;
        this.groupLock = groupLock;
        this.rules = rules;
        this.publisher = publisher;
    }

    private record Planned(int ordinal, WantedNetwork wanted, SubnetView subnet) {}

    /**
     * Answers with them, that of the default route first. Subnets are taken in one order: two instances that want the same ones
     * never wait for each other.
     */
    Uni<List<Port>> make(Work work, RequestedNetwork requested) {
        List<WantedNetwork> wanted = requested.ports();
        groupLock.shared(work, requested.tenantId());
        List<Integer> ordinals = IntStream.range(0, wanted.size()).boxed().toList();
        return Sequentially.of(ordinals, ordinal -> subnets.of(work, requested, wanted.get(ordinal))
                        .map(subnet -> new Planned(ordinal, wanted.get(ordinal), subnet)))
                .map(PortSetUp::inOrder)
                .chain(planned -> each(work, requested, planned));
    }

    private static List<Planned> inOrder(List<Planned> planned) {
        List<Planned> ordered = new ArrayList<>(planned);
        ordered.sort(Comparator.comparing(one -> one.subnet().id()));
        return ordered;
    }

    private Uni<List<Port>> each(Work work, RequestedNetwork requested, List<Planned> planned) {
        return Sequentially.of(planned, one -> make(work, requested, one)).map(made -> made.stream()
                .sorted(Comparator.comparing(Port::ordinal))
                .toList());
    }

    static Problem noSuchGroup() {
        return Problem.invalid("networks", "names a security group that the tenant does not have");
    }

    private Uni<Port> make(Work work, RequestedNetwork requested, Planned planned) {
        List<UUID> guards = planned.wanted().securityGroupIds();
        PortPlace place = new PortPlace(
                Ids.next(),
                requested.tenantId(),
                requested.instanceId(),
                planned.subnet().id(),
                planned.ordinal());
        UUID host = Objects.requireNonNull(requested.host(), "ports are made for a host");
        Port port = new Port(place, MacAddresses.next(), host, work.now());
        return groupLock
                .areOf(work, requested.tenantId(), guards)
                .invoke(known -> {
                    if (!known) {
                        throw noSuchGroup();
                    }
                })
                .chain(() -> rules.fit(work, guards, "networks"))
                .chain(() -> work.insert(port))
                .invoke(() -> {
                    groups.replace(work, port.id(), guards);
                    publisher.publish(work, PortEvents.CREATED, port, guards);
                })
                .chain(() -> addresses(work, requested, planned, port))
                .replaceWith(port);
    }

    /** One of each family that the subnet has. */
    private Uni<Void> addresses(Work work, RequestedNetwork requested, Planned planned, Port port) {
        SubnetView subnet = planned.subnet();
        String named = planned.wanted().address();
        RequestedAddress wanted = named == null ? null : RequestedAddress.named("networks", named, subnet);
        Claim.Holder holder = new Claim.Holder(
                AddressKind.PORT, requested.instanceId(), port.id(), port.macAddress(), requested.userId(), null);
        return Sequentially.of(
                        blocks(subnet),
                        block -> claims.claim(
                                work,
                                new Claim(
                                        requested.tenantId(),
                                        subnet,
                                        block.family(),
                                        addressIn(block, wanted),
                                        holder,
                                        null,
                                        List.of())))
                .replaceWithVoid();
    }

    private static @Nullable String addressIn(Cidr block, @Nullable RequestedAddress wanted) {
        return wanted != null && wanted.block().family() == block.family() ? wanted.address() : null;
    }

    private static List<Cidr> blocks(SubnetView subnet) {
        return Stream.of(Stream.of(subnet.cidrBlock()), Stream.ofNullable(subnet.ipv6CidrBlock()))
                .flatMap(blocks -> blocks)
                .map(Cidr::of)
                .toList();
    }
}
