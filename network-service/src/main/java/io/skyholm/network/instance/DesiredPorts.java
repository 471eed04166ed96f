package io.skyholm.network.instance;

import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.PortRule;
import io.skyholm.events.host.ThingKey;
import io.skyholm.hosts.HostDesiredStates;
import io.skyholm.hosts.HostState;
import io.skyholm.network.port.AbsentPort;
import io.skyholm.network.port.Port;
import io.skyholm.network.port.PortAddresses;
import io.skyholm.network.port.RateLock;
import io.skyholm.network.securitygroup.GroupLock;
import io.skyholm.network.securitygroup.PortRules;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Tells hosts which ports to have. */
@Singleton
class DesiredPorts {

    /** A floating address of another subnet is a network of its own. */
    private static final String WITH_PREFIX = """
            held.ip_address || '/' || case
                when held.subnet_id <> subnet.id then case held.family when 4 then 32 else 128 end
                when held.family = family(subnet.block) then masklen(subnet.block)
                else masklen(subnet.ipv6_block) end""";

    /** Who divides the VPC waits from here on, and what it has divided is seen by the statement that follows. */
    private static final String HOLD_VPC = """
            select 1 from vpc where id = (select vpc_id from subnet where id = $1) for share""";

    private final String config;
    private final HostDesiredStates hosts;
    private final GroupLock groupLock;
    private final RateLock rateLock;
    private final PortRules rules;

    DesiredPorts(
            PortAddresses addresses, HostDesiredStates hosts, GroupLock groupLock, RateLock rateLock, PortRules rules) {
        this.config = statement(addresses.ofPort("$2", WITH_PREFIX));
        this.hosts = hosts;
        this.groupLock = groupLock;
        this.rateLock = rateLock;
        this.rules = rules;
    }

    /** All in one, since a host waits for it whenever an instance begins. The port's own subnet is living, or it would have no port. */
    private static String statement(String addresses) {
        return """
            select coalesce(subnet.vlan_id, vpc.vlan_id) as vlan_id, vpc.vni, vpc.enable_dns, vpc.dns_servers,
                subnet.routes, array_remove(array[subnet.gateway, subnet.ipv6_gateway], null) as gateways,
                array_remove(array[vpc.cidr_block, vpc.ipv6_cidr_block], null) as networks,
                array(%s) as addresses,
                array(select guard.security_group_id from port_security_group guard
                    where guard.port_id = $2 order by 1) as guards,
                (select coalesce(json_object_agg(type, config::json), '{}')::text from networking_config
                    where is_active and deleted_at is null) as documents,
                (select plan.network_out_mbps from known_plan plan join known_instance instance on instance.plan_id = plan.id
                    where instance.id = $3) as rate_mbps,
                (select coalesce(json_agg(json_build_object('gateways', array_remove(array[
                        beside.gateway || '/' || masklen(beside.block),
                        beside.ipv6_gateway || '/' || masklen(beside.ipv6_block)], null), 'routes', beside.routes::json) order by beside.id), '[]')::text
                    from subnet beside where beside.vpc_id = vpc.id and beside.deleted_at is null) as subnets
            from subnet join vpc on vpc.id = subnet.vpc_id where subnet.id = $1""".formatted(addresses);
    }

    /** Tells the port's host what the port is now. */
    Uni<Void> tell(Work work, Port port) {
        groupLock.shared(work, port.tenantId());
        rateLock.shared(work);
        work.send(HOLD_VPC, port.subnetId());
        port.tell(true);
        return work.one(PortConfig.class, config, port.subnetId(), port.id(), port.instanceId())
                .chain(found -> rules.of(work, port.tenantId(), found.guards(), found.networks())
                        .invoke(guarding -> hosts.tell(work, host(port), state(port, found, guarding))))
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

    private static DesiredPort state(Port port, PortConfig config, List<PortRule> rules) {
        return new DesiredPort(
                port.id(),
                port.desiredGeneration(),
                true,
                port.instanceId(),
                port.tenantId(),
                port.subnetId(),
                port.macAddress(),
                config.vlanId(),
                config.vni(),
                config.addresses(),
                config.gateways(),
                config.nameServers(),
                rules,
                config.settings(),
                config.rateMbps(),
                config.vpcSubnets());
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
}
