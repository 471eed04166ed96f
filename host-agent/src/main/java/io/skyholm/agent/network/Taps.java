package io.skyholm.agent.network;

import io.skyholm.agent.hypervisor.Port;
import io.skyholm.agent.network.host.HostNetwork;
import io.skyholm.agent.network.host.NetworkDevice;
import io.skyholm.events.host.DesiredPort;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The ports of a host: each is a tap that is there before its machine and stays when that goes, so that what it carries is counted on. All that is
 * remembered of a port is with its device: whoever starts the host anew has neither.
 */
record Taps(HostNetwork network, Clock clock) {

    List<Port> all() {
        return network.devices().stream()
                .flatMap(device -> Tap.read(device.alias()).map(tap -> counted(device, tap)).stream())
                .toList();
    }

    /** One that was begun and has not joined yet is there as well, so that it can be removed. */
    Optional<Port> find(UUID port) {
        return device(port)
                .flatMap(device -> device.alias().isEmpty()
                        ? Optional.of(new Port(port, 0, null))
                        : own(device, port).map(tap -> counted(device, tap)));
    }

    Optional<Tap> tap(UUID port) {
        return device(port).flatMap(device -> own(device, port));
    }

    /** Makes its device, which is nobody's and in no network until it has joined one. */
    void make(UUID port) {
        if (device(port).isEmpty()) {
            network.ip("tuntap", "add", "dev", Tap.device(port), "mode", "tap");
        }
    }

    /** Puts it in the network of that bridge, and notes last whose it is. */
    void join(DesiredPort desired, String bridge) {
        Instant countedSince = tap(desired.id()).map(Tap::countedSince).orElseGet(clock::instant);
        Tap tap = Tap.of(desired, countedSince);
        network.ip("link", "set", "dev", tap.device(), "master", bridge, "up");
        network.ip("link", "set", "dev", tap.device(), "alias", tap.alias());
    }

    void unplug(UUID port) {
        if (find(port).isPresent()) {
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
