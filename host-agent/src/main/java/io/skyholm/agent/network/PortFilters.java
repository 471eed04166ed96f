package io.skyholm.agent.network;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.network.host.HostNetwork;
import io.skyholm.agent.network.host.SetElement;
import io.skyholm.events.host.DesiredPort;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The filters of a host's ports. An agent that has just begun, or finds that somebody has taken them away, makes all of them anew; from then on only what
 * belongs to one port is changed, at one moment or not at all.
 */
final class PortFilters {

    private static final Logger LOG = LoggerFactory.getLogger(PortFilters.class);

    private final HostNetwork network;
    private final Map<UUID, PortFilter> placed = new ConcurrentHashMap<>();
    private volatile boolean hasBegun;

    PortFilters(HostNetwork network) {
        this.network = network;
    }

    /** Whether a port carries nothing, since the filters that were kept of it are not understood. */
    boolean lacks(UUID port) {
        return hasBegun && !placed.containsKey(port);
    }

    /** Makes those of the ports that are kept, unless this agent has, and they still are there. */
    void begin(List<DesiredPort> kept) {
        if (hasBegun && (placed.isEmpty() || areThere())) {
            return;
        }
        placed.clear();
        if (kept.isEmpty()) {
            network.nft(FilterTables.REMOVED);
        } else {
            beginWith(kept);
        }
        hasBegun = true;
    }

    private boolean areThere() {
        String tables = network.run("nft", "list", "tables");
        return tables.contains(FilterTables.BRIDGE) && tables.contains(FilterTables.INET);
    }

    /** One that an older agent understood, and this one does not, must not keep the others from having theirs. */
    private void beginWith(List<DesiredPort> kept) {
        try {
            Map<UUID, PortFilter> all = new LinkedHashMap<>();
            kept.forEach(port -> all.put(port.id(), new PortFilter(port)));
            network.nft(FilterTables.EMPTY
                    + all.values().stream().map(PortFilters::whole).collect(Collectors.joining()));
            placed.putAll(all);
        } catch (HypervisorProblem oneIsWrong) {
            network.nft(FilterTables.EMPTY);
            kept.forEach(this::tryOne);
        }
    }

    private void tryOne(DesiredPort port) {
        try {
            PortFilter filter = new PortFilter(port);
            network.nft(whole(filter));
            placed.put(port.id(), filter);
        } catch (HypervisorProblem wrong) {
            LOG.warn("Port {} carries nothing until it is told anew: {}", port.id(), wrong.getMessage());
        }
    }

    private static String whole(PortFilter filter) {
        return filter.placed()
                + filter.elements().stream().map(SetElement::added).collect(Collectors.joining());
    }

    /** Puts those of a port in place; what is refused leaves the ones it has. */
    void put(DesiredPort port) {
        PortFilter filter = new PortFilter(port);
        String first = placed.isEmpty() ? FilterTables.EMPTY : "";
        network.nft(first + whole(filter) + takenAway(placed.get(port.id()), filter));
        placed.put(port.id(), filter);
    }

    void remove(UUID port) {
        PortFilter filter = placed.get(port);
        if (filter == null) {
            return;
        }
        network.nft(placed.size() == 1 ? FilterTables.REMOVED : takenAway(filter, null) + filter.removed());
        placed.remove(port);
    }

    /** What leads to the former filter, and neither to that one nor to another port's. */
    private String takenAway(@Nullable PortFilter before, @Nullable PortFilter now) {
        if (before == null) {
            return "";
        }
        Set<SetElement> needed = new HashSet<>(now == null ? List.of() : now.elements());
        UUID own = before.port().id();
        placed.values().stream()
                .filter(filter -> !filter.port().id().equals(own))
                .forEach(filter -> needed.addAll(filter.elements()));
        return before.elements().stream()
                .filter(element -> !needed.contains(element))
                .map(SetElement::removed)
                .collect(Collectors.joining());
    }
}
