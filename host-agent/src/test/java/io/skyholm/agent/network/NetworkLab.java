package io.skyholm.agent.network;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.agent.network.host.HostNetwork;
import io.skyholm.events.host.DesiredPort;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Hosts that reach each other, and guests behind their ports, as network namespaces of this machine: a guest is the other end of the device that its host
 * takes for the port's tap.
 */
final class NetworkLab implements AutoCloseable {

    private static final String UNDERLAY = "ul";
    private static final String UPLINK = "uplink";

    /** What is behind the operator's router, and that router. */
    static final String SERVER = "203.0.113.1";

    private static final String ROUTER = "198.51.100.1";
    private static final String ROUTER_SIX = "2001:db8::1";

    private final HostNetwork machine = HostNetwork.of(Optional.empty());
    private final List<String> namespaces = new ArrayList<>();
    private final Path folder;

    /** What connects hosts is in a namespace, too: the machine's own filters are for its own traffic. */
    private final HostNetwork underlay;

    private int hosts;

    NetworkLab(Path folder) {
        this.folder = folder;
        this.underlay = HostNetwork.of(Optional.of(namespace()));
        underlay.ip("link", "add", UNDERLAY, "type", "bridge", "mcast_snooping", "0");
        underlay.ip("link", "set", "dev", UNDERLAY, "up");
    }

    /** One that reaches the others. */
    record LabHost(
            String namespace, NetworkSettings settings, HostNetwork network, StoredPorts stored, HostPorts ports) {

        /** As the next agent finds it after this one was killed. */
        HostPorts nextAgent(Path folder) {
            return nextAgent(folder, settings);
        }

        /** The same of one that was told something else. */
        HostPorts nextAgent(Path folder, NetworkSettings settings) {
            return new HostPorts(settings, stored, folder.resolve(namespace + "-networks"));
        }
    }

    /** One that reaches no outside. */
    LabHost host() {
        return host(Optional.empty());
    }

    /** What is outside, with the operator's router, by which hosts are reached from there. */
    LabGuest outside() {
        HostNetwork network = HostNetwork.of(Optional.of(namespace()));
        network.ip("link", "add", "name", UPLINK, "type", "bridge", "mcast_snooping", "0");
        network.ip("address", "add", ROUTER + "/24", "dev", UPLINK);
        network.ip("address", "add", ROUTER_SIX + "/64", "dev", UPLINK, "nodad");
        network.ip("address", "add", SERVER + "/32", "dev", "lo");
        network.ip("link", "set", "dev", "lo", "up");
        network.ip("link", "set", "dev", UPLINK, "up");
        network.set("ipv4/ip_forward=1", "ipv4/conf/all/send_redirects=0", "ipv4/conf/uplink/send_redirects=0");
        // Floating addresses are on the link, whichever host has them.
        network.ip("route", "add", "192.0.2.0/24", "dev", UPLINK);
        return new LabGuest(network);
    }

    /** One that reaches that outside by an address of its own: the first host's ends with 11, and so on. */
    LabHost host(LabGuest outside) {
        return host(Optional.of(outside));
    }

    private LabHost host(Optional<LabGuest> outside) {
        hosts++;
        String namespace = namespace();
        String outer = "host-" + hosts;
        // It has to carry what a tunnel adds.
        underlay.ip(
                "link", "add", outer, "mtu", "1600", "type", "veth", "peer", "name", UNDERLAY, "mtu", "1600", "netns",
                namespace);
        underlay.ip("link", "set", "dev", outer, "master", UNDERLAY, "up");
        HostNetwork network = HostNetwork.of(Optional.of(namespace));
        network.ip("address", "add", "10.99.0." + hosts + "/24", "dev", UNDERLAY);
        network.ip("link", "set", "dev", UNDERLAY, "up");
        StoredPorts stored = new StoredPorts(folder.resolve(namespace));
        stored.make();
        Optional<Uplink> uplink = outside.map(there -> uplink(there, network, namespace));
        NetworkSettings settings = new NetworkSettings(Optional.of(namespace), Optional.of(UNDERLAY), uplink);
        HostPorts ports = new HostPorts(settings, stored, folder.resolve(namespace + "-networks"));
        return new LabHost(namespace, settings, network, stored, ports);
    }

    private Uplink uplink(LabGuest outside, HostNetwork network, String namespace) {
        String outer = "host-" + hosts;
        outside.network().ip("link", "add", outer, "type", "veth", "peer", "name", "wire", "netns", namespace);
        outside.network().ip("link", "set", "dev", outer, "master", UPLINK, "up");
        network.ip("link", "add", "name", UPLINK, "type", "bridge", "mcast_snooping", "0");
        network.ip("link", "set", "dev", "wire", "master", UPLINK, "up");
        network.ip("link", "set", "dev", UPLINK, "up");
        return new Uplink(UPLINK, "198.51.100.1" + hosts + "/24", List.of(ROUTER, ROUTER_SIX));
    }

    private final String namespace() {
        String namespace = "skyholm-" + UUID.randomUUID();
        machine.ip("netns", "add", namespace);
        namespaces.add(namespace);
        return namespace;
    }

    /** What a guest sends and gets. */
    record LabGuest(HostNetwork network) {

        boolean reaches(String address) {
            return send(address);
        }

        boolean reachesFrom(String own, String address) {
            return send("-I", own, address);
        }

        /** One answer is enough: whose device has come up just now may not hear the first question. */
        private boolean send(String... options) {
            List<String> asked = new ArrayList<>(List.of("-c", "3", "-i", "0.4", "-W", "1"));
            asked.addAll(List.of(options));
            return await(start(asked.toArray(String[]::new)));
        }

        /** Asks for that long, five times a second, and has got every answer in the end. */
        Process asking(String address, int seconds) {
            return start("-i", "0.2", "-c", Integer.toString(seconds * 5), "-W", "1", address);
        }

        private Process start(String... options) {
            List<String> command = new ArrayList<>(List.of("ping", "-q"));
            command.addAll(List.of(options));
            try {
                return new ProcessBuilder(network.command(command))
                        .redirectErrorStream(true)
                        .start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        static boolean await(Process asking) {
            try {
                String said = new String(asking.getInputStream().readAllBytes(), UTF_8);
                return asking.waitFor() == 0 && said.contains(" 0% packet loss");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }

        /** What its kernel has learnt of routers, once it has. */
        String findsItsRouter() {
            return run("wait-for-router.py", "eth0");
        }

        /** What it is told by DHCP of IPv6. */
        String asksForItsAddressOfIpv6() {
            return run("ask-for-address.py", "eth0");
        }

        private String run(String program, String... arguments) {
            List<String> command = new ArrayList<>(List.of("python3", "src/test/resources/guest/" + program));
            command.addAll(List.of(arguments));
            return network.run(command.toArray(String[]::new)).strip();
        }

        /** Begins as many connections with that address as it can. */
        void beginsConnections(String address, int seconds) {
            String ignored = run("begin-connections.py", address, Integer.toString(seconds));
        }

        /** How many Mbit/s it gets through to that one, which has that address. */
        double sends(LabGuest other, String address) throws IOException {
            Process receiver = new ProcessBuilder(
                            other.network().command(List.of("python3", "src/test/resources/guest/receive.py", address)))
                    .start();
            try (BufferedReader said = receiver.inputReader(UTF_8)) {
                assertThat(said.readLine()).isEqualTo("ready");
                String ignored = run("send.py", address, "2");
                return Long.parseLong(said.readLine()) * 8 / 1e6;
            }
        }

        /** What it is told by DHCP, once it is; empty if nobody tells it anything. */
        String asksForItsAddress(Path folder) throws IOException {
            Path script = Files.writeString(
                    folder.resolve("told"),
                    "#!/bin/sh\n[ $1 = bound ] && echo told $ip/$mask $router $dns $mtu $search $staticroutes || true\n");
            assertThat(script.toFile().setExecutable(true)).isTrue();
            Process client = new ProcessBuilder(network.command(List.of(
                            "busybox",
                            "udhcpc",
                            "-i",
                            "eth0",
                            "-f",
                            "-n",
                            "-q",
                            "-O",
                            "mtu",
                            "-O",
                            "search",
                            "-O",
                            "staticroutes",
                            "-t",
                            "4",
                            "-T",
                            "1",
                            "-s",
                            script.toString())))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(client.getInputStream().readAllBytes(), UTF_8);
            return said.lines()
                    .filter(line -> line.startsWith("told "))
                    .findFirst()
                    .orElse("");
        }

        /** What is behind its router it reaches by it. */
        LabGuest over(String router) {
            network.ip("route", "replace", "default", "via", router, "dev", "eth0");
            return this;
        }

        /** As whom that one, which has that address, sees it. */
        String isSeenBy(LabGuest other, String address) throws IOException {
            Process server = new ProcessBuilder(
                            other.network().command(List.of("python3", "src/test/resources/guest/see.py", address)))
                    .start();
            try (BufferedReader said = server.inputReader(UTF_8)) {
                assertThat(said.readLine()).isEqualTo("ready");
                assertThat(run("look.py", address)).isEqualTo("seen");
                return said.readLine();
            }
        }

        /** Sends that one, as that source, an answer that belongs to no connection. */
        String answers(String source, String address) {
            return run("answer.py", source, address);
        }

        /** Listens at that device for whoever says unasked that the address is its own. */
        Process hearsAnnounced(String device, String address, int seconds) throws IOException {
            return new ProcessBuilder(network.command(List.of(
                            "python3",
                            "src/test/resources/guest/announced.py",
                            device,
                            address,
                            Integer.toString(seconds))))
                    .start();
        }

        /** Sends to that address and port from a port of its own for two seconds, and says whether anything has come from there. */
        Process exchanges(String own, int ownPort, String address, int port) throws IOException {
            return new ProcessBuilder(network.command(List.of(
                            "python3",
                            "src/test/resources/guest/exchange.py",
                            own,
                            Integer.toString(ownPort),
                            address,
                            Integer.toString(port))))
                    .start();
        }

        void is(String macAddress, String address) {
            network.ip("link", "set", "dev", "eth0", "down");
            network.ip("link", "set", "dev", "eth0", "address", macAddress);
            network.ip("address", "flush", "dev", "eth0");
            network.ip("address", "add", address, "dev", "eth0");
            network.ip("link", "set", "dev", "eth0", "up");
        }
    }

    /** A guest that has what its port says it has. */
    LabGuest guest(LabHost host, DesiredPort port) {
        String namespace = namespace();
        host.network()
                .ip("link", "add", Tap.device(port.id()), "type", "veth", "peer", "name", "eth0", "netns", namespace);
        host.ports().plug(port);
        LabGuest guest = new LabGuest(HostNetwork.of(Optional.of(namespace)));
        guest.is(port.macAddress(), port.addresses().getFirst());
        return guest;
    }

    @Override
    public void close() {
        for (String namespace : namespaces) {
            String left = machine.run("ip", "netns", "list");
            left.lines()
                    .map(line -> line.replaceAll(" .*", ""))
                    .filter(name -> name.startsWith(namespace + "-vpc-") || name.equals(namespace + "-outside"))
                    .forEach(this::remove);
            remove(namespace);
        }
    }

    /** With whatever runs in it. */
    private void remove(String namespace) {
        machine.run("ip", "netns", "pids", namespace)
                .lines()
                .flatMap(process -> ProcessHandle.of(Long.parseLong(process.strip())).stream())
                .forEach(process -> assertThat(process.destroyForcibly()).isTrue());
        machine.ip("netns", "delete", namespace);
    }
}
