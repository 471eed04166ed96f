package io.skyholm.agent.network;

import io.skyholm.agent.hypervisor.Port;
import io.skyholm.events.host.DesiredPort;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The ports of a host: each is a tap that is there before its machine and stays when that goes, so that what it carries is counted on. All that is
 * remembered of a port is with its device: whoever starts the host anew has neither.
 */
public record Taps(HostNetwork network, Clock clock) {

    public List<Port> all() {
        return network.devices().stream()
                .flatMap(device -> Tap.read(device.alias()).map(tap -> counted(device, tap)).stream())
                .toList();
    }

    public Optional<Port> find(UUID port) {
        return device(port).flatMap(device -> own(device, port).map(tap -> counted(device, tap)));
    }

    public Optional<Tap> tap(UUID port) {
        return device(port).flatMap(device -> own(device, port));
    }

    /** What was begun and has no alias yet is nobody's, and gets one. */
    public void plug(DesiredPort desired) {
        String device = Tap.device(desired.id());
        Optional<NetworkDevice> there = network.device(device);
        if (there.isEmpty()) {
            network.ip("tuntap", "add", "dev", device, "mode", "tap");
        }
        Tap tap = Tap.of(
                desired,
                there.flatMap(found -> own(found, desired.id()))
                        .map(Tap::countedSince)
                        .orElseGet(clock::instant));
        network.ip("link", "set", "dev", device, "alias", tap.alias());
        network.ip("link", "set", "dev", device, "up");
    }

    public void unplug(UUID port) {
        if (tap(port).isPresent()) {
            network.ip("link", "delete", "dev", Tap.device(port));
        }
    }

    private Optional<NetworkDevice> device(UUID port) {
        return network.device(Tap.device(port));
    }

    private static Optional<Tap> own(NetworkDevice device, UUID port) {
        return Tap.read(device.alias()).filter(tap -> tap.port().equals(port));
    }

    private static Port counted(NetworkDevice device, Tap tap) {
        return tap.port(device.received(), device.sent());
    }
}
