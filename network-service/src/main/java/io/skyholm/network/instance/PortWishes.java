package io.skyholm.network.instance;

import io.skyholm.events.EventJson;
import io.skyholm.events.host.PortRule;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.ThingKey;
import io.skyholm.network.cidr.Texts;
import io.skyholm.network.port.Port;
import io.skyholm.network.port.PortGroups;
import io.skyholm.network.securitygroup.PortRules;
import io.skyholm.runtime.host.HostWishes;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.jspecify.annotations.Nullable;

/** Tells hosts which ports they shall have. */
@Singleton
class PortWishes {

    private static final String PLACE = """
            select coalesce(subnet.vlan_id, vpc.vlan_id), vpc.vni, vpc.enable_dns, vpc.dns_servers,
                array_remove(array[subnet.gateway, subnet.ipv6_gateway], null),
                array_remove(array[vpc.cidr_block, vpc.ipv6_cidr_block], null)
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

    private final HostWishes wishes;
    private final PortGroups groups;
    private final PortRules rules;

    PortWishes(HostWishes wishes, PortGroups groups, PortRules rules) {
        this.wishes = wishes;
        this.groups = groups;
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
            List<String> networks) {

        static Place of(Object[] row) {
            return new Place(
                    (Integer) row[0],
                    (Integer) row[1],
                    Boolean.TRUE.equals(row[2]),
                    Texts.read((String) row[3]),
                    List.of((String[]) row[4]),
                    List.of((String[]) row[5]));
        }
    }

    /** Tells the port's host what the port is now. */
    Uni<Void> tell(Work work, Port port) {
        groups.holdStill(work, port.tenantId());
        port.wish();
        return work.query(PLACE, port.subnetId())
                .map(found -> Place.of(found.next()))
                .chain(place -> addresses(work, port)
                        .chain(addresses -> nameServers(work, place).chain(servers -> rules(work, port, place)
                                .invoke(guards -> tell(work, wish(port, place, addresses, servers, guards), port)))))
                .chain(() -> work.update(port));
    }

    /** Tells the port's host not to have it. */
    Uni<Void> tellAway(Work work, Port port) {
        port.wishAway();
        tell(work, absent(port), port);
        return work.update(port);
    }

    /** Nothing is wished of the port's host any more. */
    void withdraw(Work work, Port port) {
        wishes.withdraw(work, host(port), new ThingKey(DesiredPort.KIND, port.id()), port.wishGeneration());
    }

    private void tell(Work work, DesiredPort wish, Port port) {
        wishes.tell(work, host(port), wish);
    }

    private static UUID host(Port port) {
        return Objects.requireNonNull(port.host(), "a port is on a host");
    }

    private static DesiredPort wish(
            Port port, Place place, List<String> addresses, List<String> nameServers, List<PortRule> rules) {
        return new DesiredPort(
                port.id(),
                port.wishGeneration(),
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

    private static DesiredPort absent(Port port) {
        return new DesiredPort(
                port.id(),
                port.wishGeneration(),
                false,
                port.instanceId(),
                port.tenantId(),
                port.subnetId(),
                port.macAddress(),
                null,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private Uni<List<PortRule>> rules(Work work, Port port, Place place) {
        return groups.of(work, port.id()).chain(guards -> rules.of(work, port.tenantId(), guards, place.networks()));
    }

    private static Uni<List<String>> addresses(Work work, Port port) {
        return work.query(ADDRESSES, port.id()).map(PortWishes::texts);
    }

    private static Uni<List<String>> nameServers(Work work, Place place) {
        return place.enableDns() && place.dnsServers().isEmpty()
                ? work.query(RESOLVERS).map(found -> texts(found).stream()
                        .map(config -> EventJson.read(config, Resolvers.class))
                        .flatMap(config -> config.nameServers().stream())
                        .toList())
                : Uni.createFrom().item(place.enableDns() ? place.dnsServers() : List.of());
    }

    private static List<String> texts(ReactiveConnection.Result rows) {
        List<String> texts = new ArrayList<>();
        while (rows.hasNext()) {
            texts.add((String) rows.next()[0]);
        }
        return texts;
    }
}
