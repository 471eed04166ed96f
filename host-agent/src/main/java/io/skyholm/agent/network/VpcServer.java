package io.skyholm.agent.network;

import io.skyholm.agent.file.KeptText;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.hypervisor.Pause;
import io.skyholm.agent.network.host.HostNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What serves the guests of a VPC on one host: a namespace at its bridge, which forwards between subnets, and in which a server of DHCP runs, so that VPCs
 * may have the same addresses. It has the addresses of the gateways on every host, and is the nearest one for each guest.
 *
 * @param name of the namespace
 * @param folder where its server keeps what it has to remember
 */
record VpcServer(HostNetwork host, VpcBridge bridge, String name, Path folder) {

    /** By which it is at the bridge. */
    static final String DEVICE = "eth0";

    /** Its address in every VPC and on every host, so that guests keep their router wherever they go. */
    static final String LINK_LOCAL = "fe80::1";

    /** As long as a process may take to go that was ended. */
    private static final int LOOKS = 50;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    /** Brings it to what it is to forward and to serve; one that does already, and lives, goes on. */
    void serve(RoutedVpc routed, DhcpConfig config, Optional<NatGateway.Ready> gateway) {
        if (routed.gateways().isEmpty()) {
            remove();
            return;
        }
        router().route(routed, gateway);
        if (config.isServed()) {
            serve(config);
        } else {
            stop();
        }
    }

    private void serve(DhcpConfig config) {
        String text = config.text(folder.toString());
        if (isServing() && config().is(text)) {
            return;
        }
        stop();
        forgetLeases();
        config().keep(text);
        String said = own().run("dnsmasq", "--conf-file=" + config().file());
        if (!isServing()) {
            throw new HypervisorProblem("The server of DHCP has not begun: " + said.strip());
        }
    }

    private VpcRouter router() {
        return new VpcRouter(host, bridge, name, folder);
    }

    private HostNetwork own() {
        return HostNetwork.of(Optional.of(name));
    }

    boolean isServing() {
        return process().isPresent();
    }

    /** Another process may have got the number of one that is gone. */
    private Optional<ProcessHandle> process() {
        try {
            long number = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
            String line = Files.readString(Path.of("/proc", Long.toString(number), "cmdline"));
            return line.contains(config().file().toString()) ? ProcessHandle.of(number) : Optional.empty();
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    private void stop() {
        process().ifPresent(server -> {
            boolean asked = server.destroyForcibly();
            for (int look = 0; asked && look < LOOKS && isServing(); look++) {
                Pause.of(BETWEEN_LOOKS, "The server of DHCP has not ended yet");
            }
        });
    }

    /** Takes it away with all that it has. */
    void remove() {
        stop();
        for (String device : List.of(bridge.server(), bridge.router(), bridge.floating())) {
            host.removeDevice(device);
        }
        // What it is connected by would be in the way of the next one for a moment.
        if (host.hasNamespace(name)) {
            router().disconnect();
        }
        host.removeNamespace(name);
        try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            List<Path> inside = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : inside) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new HypervisorProblem("What a server of DHCP has kept cannot be removed", failure);
        }
    }

    private KeptText config() {
        return new KeptText(folder, "config", "a server of DHCP");
    }

    /** Each guest has its own address for ever: a lease would only keep one from whoever has it next. */
    private void forgetLeases() {
        try {
            Files.deleteIfExists(folder.resolve("leases"));
        } catch (IOException failure) {
            throw new HypervisorProblem("The leases of a server of DHCP cannot be removed", failure);
        }
    }
}
