package io.skyholm.agent.network;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.hypervisor.Port;
import io.skyholm.agent.network.host.HostNetwork;
import io.skyholm.events.host.DesiredPort;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ports of a host with the networks behind them. Each change makes what it needs in an order in which it may be killed at any point: no port carries
 * anything before its filters are there, or faster than it may, and whatever is left is made, or removed, with the next change.
 */
public final class HostPorts {

    private static final Logger LOG = LoggerFactory.getLogger(HostPorts.class);

    /** To ask after a limit takes some milliseconds, and a host that says nothing for long counts as lost. */
    private static final int LIMITS_AT_ONCE = 16;

    private final HostNetwork network;
    private final Taps taps;
    private final StoredPorts stored;
    private final PortFilters filters;
    private final PortRates rates;
    private final Turns turns = new Turns(LIMITS_AT_ONCE);
    private final NetworkSettings settings;
    private final Path folder;

    /**
     * Those of a host.
     *
     * @param stored what it has been told of them, and has done
     * @param folder in which what serves guests keeps what it has to remember
     */
    public HostPorts(NetworkSettings settings, StoredPorts stored, Path folder) {
        this.network = HostNetwork.of(settings.namespace());
        this.taps = new Taps(network, Clock.systemUTC());
        this.stored = stored;
        this.filters = new PortFilters(network);
        this.rates = new PortRates(network);
        this.settings = settings;
        this.folder = folder;
        if (settings.uplink().isEmpty()) {
            LOG.info("This host has no uplink: its guests reach no outside, and floating addresses are without effect");
        }
    }

    public List<Port> all() {
        return taps.all().stream().map(this::asTold).toList();
    }

    public Optional<Port> find(UUID port) {
        return taps.find(port).map(this::asTold);
    }

    /** The device of a port, for a machine to be plugged into. */
    public Optional<Tap> tap(UUID port) {
        return taps.tap(port);
    }

    /** It is as new as the older of its device and of what is kept of it; one without filters is to be made anew. */
    private Port asTold(Port port) {
        long generation = filters.lacks(port.id()) ? 0 : Math.min(port.generation(), stored.generation(port.id()));
        return new Port(port.id(), generation, port.traffic());
    }

    /** Makes a port, or changes one that is there. It is kept once its filters are in place: what they refuse is not found again by the next agent. */
    public synchronized void plug(DesiredPort desired) {
        List<DesiredPort> before = stored.all();
        taps.make(desired.id());
        filters.begin(before);
        filters.put(desired);
        rates.put(desired);
        stored.keep(desired);
        VpcBridge bridge = new VpcBridge(desired.vni());
        bridge.make(network, settings.underlay());
        taps.join(desired, bridge.device());
        List<DesiredPort> kept = StoredPorts.with(before, desired);
        removeUnused(kept);
        serve(kept);
    }

    public synchronized void unplug(UUID port) {
        stored.forget(port);
        List<DesiredPort> kept = stored.all();
        filters.begin(kept);
        filters.remove(port);
        rates.remove(port);
        taps.unplug(port);
        removeUnused(kept);
        serve(kept);
    }

    /**
     * Puts right what somebody else has ended or taken away: filters, limits of rates, and what serves guests. What cannot be put right keeps nothing
     * else from it.
     */
    public synchronized void tend() {
        List<DesiredPort> kept = stored.all();
        List<Runnable> steps = new ArrayList<>();
        if (!kept.isEmpty()) {
            steps.add(() -> filters.begin(kept));
        }
        turns.next(kept).forEach(port -> steps.add(() -> rates.tend(port)));
        steps.add(() -> serve(kept));
        doAll(steps);
    }

    /** That to the outside, if there is one. Where it cannot be made, guests are served all the same. */
    private Optional<NatGateway.Ready> gateway(List<Runnable> steps) {
        Optional<Uplink> uplink = settings.uplink();
        if (uplink.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(gateway().make(uplink.get()));
        } catch (HypervisorProblem problem) {
            steps.add(() -> {
                throw problem;
            });
            return Optional.empty();
        }
    }

    private NatGateway gateway() {
        return new NatGateway(network, settings.name() + "-outside", folder);
    }

    /** One that cannot be served keeps no other from it. */
    private void serve(List<DesiredPort> kept) {
        Set<Integer> there = bridges().map(VpcBridge::vni).collect(Collectors.toSet());
        Map<Integer, List<DesiredPort>> all = kept.stream()
                .filter(port -> there.contains(port.vni()))
                .collect(Collectors.groupingBy(DesiredPort::vni));
        List<Runnable> steps = new ArrayList<>();
        Optional<NatGateway.Ready> gateway = all.isEmpty() ? Optional.empty() : gateway(steps);
        all.forEach((vni, ports) ->
                steps.add(() -> server(new VpcBridge(vni)).serve(RoutedVpc.of(ports), new DhcpConfig(ports), gateway)));
        doAll(steps);
    }

    /** Each of them, and says in the end what the first could not do that failed. */
    private static void doAll(List<Runnable> steps) {
        List<HypervisorProblem> problems = new ArrayList<>();
        steps.forEach(step -> {
            try {
                step.run();
            } catch (HypervisorProblem problem) {
                problems.add(problem);
            }
        });
        if (!problems.isEmpty()) {
            throw problems.getFirst();
        }
    }

    private VpcServer server(VpcBridge bridge) {
        return new VpcServer(network, bridge, settings.name() + "-" + bridge.device(), folder.resolve(bridge.device()));
    }

    private void removeUnused(List<DesiredPort> kept) {
        Set<Integer> used = kept.stream().map(DesiredPort::vni).collect(Collectors.toSet());
        bridges().filter(bridge -> !used.contains(bridge.vni())).forEach(bridge -> {
            server(bridge).remove();
            bridge.remove(network);
        });
        if (used.isEmpty() || settings.uplink().isEmpty()) {
            gateway().remove();
        }
    }

    private Stream<VpcBridge> bridges() {
        return network.devices().stream().flatMap(device -> VpcBridge.of(device).stream());
    }
}
