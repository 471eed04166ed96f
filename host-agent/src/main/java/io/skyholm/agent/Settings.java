package io.skyholm.agent;

import io.skyholm.agent.hypervisor.HostSize;
import io.skyholm.agent.libvirt.HostFigures;
import io.skyholm.agent.libvirt.VirtType;
import io.skyholm.agent.network.NetworkSettings;
import io.skyholm.agent.network.Uplink;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an installation decides about its agent.
 *
 * @param gateway where hosts join
 * @param certificates by which the gateway proves itself; absent for those that the JDK trusts
 * @param state the folder in which hosts keep what they have to remember
 * @param healthPort where the agent tells how it is; absent for nowhere
 * @param firstHost the number of the first simulated host, which is part of its name and its address
 * @param hosts how many simulated hosts this process is
 * @param joinSecret from which the tokens of local hosts are derived
 * @param joinToken the token of the one host; absent where they are derived
 * @param fleet the account that all simulated hosts share in Kafka; absent where each uses its own
 * @param libvirt what runs machines; absent where they are simulated
 * @param size of every host; that of the machine where none is said and machines are real
 * @param images the object store's folder, where disks are files; absent where disks are simulated
 * @param ceph whether disks are in Ceph; where, and with which key, each host is told
 * @param smallCopyGb how large a disk is at most whose image is copied soon
 * @param faults what goes wrong on simulated hosts, by name
 */
record Settings(
        URI gateway,
        Optional<Path> certificates,
        Path state,
        Optional<Integer> healthPort,
        int firstHost,
        int hosts,
        Optional<String> joinSecret,
        Optional<String> joinToken,
        Optional<SharedKafkaClients.Account> fleet,
        Optional<Libvirt> libvirt,
        HostSize size,
        Optional<Path> images,
        boolean ceph,
        int smallCopyGb,
        Map<String, String> faults) {

    private static final HostSize SIMULATED_SIZE = new HostSize(8, 32, 500, 0, null);

    /**
     * A libvirt on this machine, or one for each of its hosts, which are namespaces of the machine.
     *
     * @param uri where it listens
     * @param network how it is connected
     * @param virtType how guests are run; a machine that offers KVM may not be able to boot one by it, so it is said and not found out
     */
    record Libvirt(String uri, VirtType virtType, NetworkSettings network) {

        /** Stands for the name of a host where one process is the agent of several. */
        private static final String HOST = "{host}";

        boolean areSeveral() {
            return uri.contains(HOST);
        }

        /** That of a host of this name. */
        Libvirt of(String host) {
            NetworkSettings own = new NetworkSettings(
                    network.namespace().map(name -> name.replace(HOST, host)),
                    network.underlay(),
                    network.uplink().map(uplink -> uplink.of(host)));
            return new Libvirt(uri.replace(HOST, host), virtType, own);
        }

        static Optional<Libvirt> from(Map<String, String> variables) {
            String hypervisor = text(variables, "SKYHOLM_HYPERVISOR").orElse("simulated");
            return switch (hypervisor) {
                case "simulated" -> Optional.empty();
                case "libvirt" ->
                    Optional.of(new Libvirt(
                            text(variables, "SKYHOLM_LIBVIRT_URI").orElse("qemu:///system"),
                            virtType(variables),
                            new NetworkSettings(
                                    text(variables, "SKYHOLM_NETWORK_NAMESPACE"),
                                    text(variables, "SKYHOLM_UNDERLAY"),
                                    uplink(variables))));
                default ->
                    throw new IllegalArgumentException(
                            "SKYHOLM_HYPERVISOR is simulated or libvirt, not '" + hypervisor + "'");
            };
        }

        private static Optional<Uplink> uplink(Map<String, String> variables) {
            return text(variables, "SKYHOLM_UPLINK")
                    .map(bridge -> new Uplink(
                            bridge,
                            needed(variables, "SKYHOLM_UPLINK_ADDRESS"),
                            Stream.of(text(variables, "SKYHOLM_UPLINK_ROUTERS")
                                            .orElse("")
                                            .split(",", -1))
                                    .map(String::strip)
                                    .filter(router -> !router.isEmpty())
                                    .toList()));
        }

        private static VirtType virtType(Map<String, String> variables) {
            String type = text(variables, "SKYHOLM_LIBVIRT_TYPE").orElse("qemu");
            return switch (type) {
                case "qemu" -> VirtType.QEMU;
                case "kvm" -> VirtType.KVM;
                default ->
                    throw new IllegalArgumentException("SKYHOLM_LIBVIRT_TYPE is qemu or kvm, not '" + type + "'");
            };
        }
    }

    static Settings from(Map<String, String> variables) {
        Optional<Libvirt> libvirt = Libvirt.from(variables);
        Path state = Path.of(needed(variables, "SKYHOLM_AGENT_STATE"));
        boolean isOne = text(variables, "SKYHOLM_JOIN_TOKEN").isPresent()
                || libvirt.filter(real -> !real.areSeveral()).isPresent();
        int hosts = isOne ? 1 : number(variables, "SKYHOLM_HOSTS", 3);
        HostSize size = libvirt.isPresent() ? HostFigures.size(state, hosts) : SIMULATED_SIZE;
        Optional<String> secret = text(variables, "SKYHOLM_JOIN_SECRET");
        Optional<String> token = text(variables, "SKYHOLM_JOIN_TOKEN");
        if (secret.isEmpty() == token.isEmpty()) {
            throw new IllegalArgumentException("One of SKYHOLM_JOIN_TOKEN and SKYHOLM_JOIN_SECRET is needed");
        }
        return new Settings(
                URI.create(needed(variables, "SKYHOLM_GATEWAY")),
                text(variables, "SKYHOLM_GATEWAY_CERTIFICATE").map(Path::of),
                state,
                text(variables, "SKYHOLM_PORT").map(port -> number(variables, "SKYHOLM_PORT", 0)),
                number(variables, "SKYHOLM_FIRST_HOST", 1),
                hosts,
                secret,
                token,
                text(variables, "SKYHOLM_FLEET_USER")
                        .map(user -> new SharedKafkaClients.Account(user, needed(variables, "SKYHOLM_FLEET_PASSWORD"))),
                libvirt,
                new HostSize(
                        number(variables, "SKYHOLM_HOST_CORES", size.cpuCores()),
                        number(variables, "SKYHOLM_HOST_MEMORY_GB", size.memoryGb()),
                        number(variables, "SKYHOLM_HOST_STORAGE_GB", size.storageGb()),
                        0,
                        null),
                text(variables, "SKYHOLM_IMAGE_FOLDER").map(Path::of),
                areInCeph(variables),
                number(variables, "SKYHOLM_SMALL_COPY_GB", 40),
                pairs(variables, "SKYHOLM_SIMULATED_FAULTS"));
    }

    private static boolean areInCeph(Map<String, String> variables) {
        String disks = text(variables, "SKYHOLM_DISKS").orElse("files");
        return switch (disks) {
            case "files" -> false;
            case "ceph" -> true;
            default -> throw new IllegalArgumentException("SKYHOLM_DISKS is files or ceph, not '" + disks + "'");
        };
    }

    private static Optional<String> text(Map<String, String> variables, String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static String needed(Map<String, String> variables, String name) {
        return text(variables, name).orElseThrow(() -> new IllegalArgumentException(name + " is not set"));
    }

    private static int number(Map<String, String> variables, String name, int otherwise) {
        String told = text(variables, name).orElse(Integer.toString(otherwise));
        if (!told.matches("[0-9]{1,6}")) {
            throw new IllegalArgumentException(name + " is a whole number, not '" + told + "'");
        }
        return Integer.parseInt(told);
    }

    /** Reads {@code a=1,b=2}. */
    private static Map<String, String> pairs(Map<String, String> variables, String name) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : text(variables, name).orElse("").split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.put(
                        pair.substring(0, equals).strip(),
                        pair.substring(equals + 1).strip());
            }
        }
        return pairs;
    }
}
