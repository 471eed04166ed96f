package io.skyholm.network.instance;

import io.skyholm.events.EventJson;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.PortRule;
import io.skyholm.events.host.ThingKey;
import io.skyholm.hosts.HostDesiredStates;
import io.skyholm.hosts.HostState;
import io.skyholm.network.port.AbsentPort;
import io.skyholm.network.port.Port;
import io.skyholm.network.port.PortGroups;
import io.skyholm.network.securitygroup.PortRules;
import io.skyholm.network.securitygroup.TenantGroups;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells hosts which ports they shall have. */
@Singleton
class DesiredPorts {

    private static final String PLACE = """
            select coalesce(subnet.vlan_id, vpc.vlan_id) as vlan_id, vpc.vni, vpc.enable_dns, vpc.dns_servers,
                array_remove(array[subnet.gateway, subnet.ipv6_gateway], null) as gateways,
                array_remove(array[vpc.cidr_block, vpc.ipv6_cidr_block], null) as networks
            from subnet join vpc on vpc.id = subnet.vpc_id where subnet.id = $1 for share of vpc""";
    private static final String ADDRESSES = """
            select held.ip_address || '/' || case
                    when held.subnet_id <> subnet.id then case held.family when 4 then 32 else 128 end
                    when held.family = family(subnet.block) then masklen(subnet.block)
                    else masklen(subnet.ipv6_block) end
            from ip_address held join port on port.id = held.port_id join subnet on subnet.id = port.subnet_id
            where held.port_id = $1 and held.status = 'ALLOCATED' order by held.kind desc, held.family, held.id""";
    private static final String RESOLVERS = """
            select config from networking_config where type = 'RESOLVERS' and is_active and deleted_at is null""";

    private final HostDesiredStates hosts;
    private final PortGroups groups;
    private final TenantGroups tenantGroups;
    private final PortRules rules;

    DesiredPorts(HostDesiredStates hosts, PortGroups groups, TenantGroups tenantGroups, PortRules rules) {
        this.hosts = hosts;
        this.groups = groups;
        this.tenantGroups = tenantGroups;
        this.rules = rules;
    }

    private record Resolvers(List<String> nameServers) {}

    /**
     * What a subnet and its VPC settle for the ports in them.
     *
     * @param networks the VPC's own blocks: what is in them is of the same networks
     */
    private record Place(
            @Nullable Integer vlanId,
            int vni,
            boolean enableDns,
            List<String> dnsServers,
            List<String> gateways,
            List<String> networks) {}

    /** Tells the port's host what the port is now. */
    Uni<Void> tell(Work work, Port port) {
        tenantGroups.holdStill(work, port.tenantId());
        port.tell(true);
        return work.one(Place.class, PLACE, port.subnetId())
                .chain(place -> addresses(work, port)
                        .chain(addresses -> nameServers(work, place).chain(servers -> rules(work, port, place)
                                .invoke(guards ->
                                        hosts.tell(work, host(port), state(port, place, addresses, servers, guards))))))
                .chain(() -> work.update(port));
    }

    /** Tells the port's host not to have it. */
    Uni<Void> tellAbsent(Work work, Port port) {
        port.tell(false);
        hosts.tell(work, host(port), absent(port).absence());
        return work.update(port);
    }

    /** Nothing is desired of the port's host any more. */
    void withdraw(Work work, Port port, HostState state) {
        hosts.withdraw(work, new ThingKey(DesiredPort.KIND, port.id()), port.onHost(), state);
    }

    private static UUID host(Port port) {
        return Objects.requireNonNull(port.host(), "a port is on a host");
    }

    private static DesiredPort state(
            Port port, Place place, List<String> addresses, List<String> nameServers, List<PortRule> rules) {
        return new DesiredPort(
                port.id(),
                port.desiredGeneration(),
                true,
                port.instanceId(),
                port.tenantId(),
                port.subnetId(),
                port.macAddress(),
                place.vlanId(),
                place.vni(),
                addresses,
                place.gateways(),
                nameServers,
                rules);
    }

    private static AbsentPort absent(Port port) {
        return new AbsentPort(
                port.id(),
                host(port),
                port.desiredGeneration(),
                port.instanceId(),
                port.tenantId(),
                port.subnetId(),
                port.macAddress());
    }

    private Uni<List<PortRule>> rules(Work work, Port port, Place place) {
        return groups.of(work, port.id()).chain(guards -> rules.of(work, port.tenantId(), guards, place.networks()));
    }

    private static Uni<List<String>> addresses(Work work, Port port) {
        return work.values(String.class, ADDRESSES, port.id());
    }

    private static Uni<List<String>> nameServers(Work work, Place place) {
        return place.enableDns() && place.dnsServers().isEmpty()
                ? work.values(String.class, RESOLVERS).map(found -> found.stream()
                        .map(config -> EventJson.read(config, Resolvers.class))
                        .flatMap(config -> config.nameServers().stream())
                        .toList())
                : Uni.createFrom().item(place.enableDns() ? place.dnsServers() : List.of());
    }
}
