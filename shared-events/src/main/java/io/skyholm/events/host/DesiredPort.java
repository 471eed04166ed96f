package io.skyholm.events.host;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A port as its host shall have it.
 *
 * @param vni the tunnel that keeps its VPC apart from all others
 * @param addresses its own, each with the length of its prefix, as in {@code 10.0.0.5/24}
 * @param gateways the routers of its subnets
 * @param settings what its guests are told beside these
 * @param rateMbps how fast it may send, and get as well, in Mbit/s; absent where nothing limits it
 * @param subnets all that its VPC has, its own among them
 */
public record DesiredPort(
        UUID id,
        long generation,
        boolean present,
        UUID instanceId,
        UUID tenantId,
        UUID subnetId,
        String macAddress,
        @Nullable Integer vlanId,
        int vni,
        List<String> addresses,
        List<String> gateways,
        List<String> nameServers,
        List<PortRule> rules,
        PortSettings settings,
        @Nullable Integer rateMbps,
        List<PortSubnet> subnets)
        implements DesiredState {

    /** What a service told that knew of no settings has none, and of one that knew of no subnets beside its own there are none. */
    public DesiredPort {
        settings = settings == null ? PortSettings.NONE : settings;
        subnets = subnets == null ? List.of() : List.copyOf(subnets);
    }

    /** The kind of ports. */
    public static final ThingKind KIND = new ThingKind("PORT");

    @Override
    public ThingKey key() {
        return new ThingKey(KIND, id);
    }
}
