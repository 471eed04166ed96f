package io.skyholm.agent.network;

import io.skyholm.agent.firstboot.Seeds;
import io.skyholm.agent.hypervisor.Port;
import io.skyholm.events.host.DesiredPort;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ports of a host with the networks behind them. Each change makes what it needs in an order in which it may be killed at any point: no port carries
 * anything before its filters are there, and whatever is left is made, or removed, with the next change.
 */
public final class HostPorts {

    private final HostNetwork network;
    private final Taps taps;
    private final Seeds seeds;
    private final NetworkSettings settings;
    private final Path folder;

    /**
     * Those of a host which keeps what it is told of them with what guests are told.
     *
     * @param folder in which what serves guests keeps what it has to remember
     */
    public HostPorts(NetworkSettings settings, Seeds seeds, Path folder) {
        this.network = HostNetwork.of(settings.namespace());
        this.taps = new Taps(network, Clock.systemUTC());
        this.seeds = seeds;
        this.settings = settings;
        this.folder = folder;
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

    /** It is as new as the older of its device and of what is kept of it. */
    private Port asTold(Port port) {
        return new Port(port.id(), Math.min(port.generation(), seeds.generation(port.id())), port.traffic());
    }

    /** Makes a port, or changes one that is there. */
    public synchronized void plug(DesiredPort desired) {
        taps.make(desired.id());
        filter(desired);
        VpcBridge bridge = new VpcBridge(desired.vni());
        bridge.make(network, settings.underlay());
        taps.join(desired, bridge.device());
        removeUnused();
        serve();
    }

    /** One of which the host's filters understand nothing must not keep them from being changed for others. */
    private void filter(DesiredPort desired) {
        Optional<DesiredPort> before = seeds.port(desired.id());
        seeds.keep(desired);
        try {
            filter();
        } catch (RuntimeException refused) {
            before.ifPresentOrElse(seeds::keep, () -> seeds.forget(desired.id()));
            throw refused;
        }
    }

    private void filter() {
        network.nft(new PortFilters(seeds.ports()).text());
    }

    public synchronized void unplug(UUID port) {
        seeds.forget(port);
        filter();
        taps.unplug(port);
        removeUnused();
        serve();
    }

    /** Puts right what somebody else has ended or taken away: filters, and what serves guests. */
    public synchronized void tend() {
        if (!seeds.ports().isEmpty() && !network.run("nft", "list", "tables").contains(PortFilters.TABLE)) {
            filter();
        }
        serve();
    }

    private void serve() {
        Set<Integer> there = bridges().map(VpcBridge::vni).collect(Collectors.toSet());
        Map<Integer, List<DesiredPort>> all = seeds.ports().stream()
                .filter(port -> there.contains(port.vni()))
                .collect(Collectors.groupingBy(DesiredPort::vni));
        all.forEach((vni, ports) -> server(new VpcBridge(vni)).serve(new DhcpConfig(ports)));
    }

    private VpcServer server(VpcBridge bridge) {
        return new VpcServer(network, bridge, settings.name() + "-" + bridge.device(), folder.resolve(bridge.device()));
    }

    private void removeUnused() {
        Set<Integer> used = seeds.ports().stream().map(DesiredPort::vni).collect(Collectors.toSet());
        bridges().filter(bridge -> !used.contains(bridge.vni())).forEach(bridge -> {
            server(bridge).remove();
            bridge.remove(network);
        });
    }

    private Stream<VpcBridge> bridges() {
        return network.devices().stream().flatMap(device -> VpcBridge.of(device).stream());
    }
}
