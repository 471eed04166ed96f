package io.skyholm.agent.network.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.events.EventJson;
import io.skyholm.events.MalformedEventException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The network of a host, which programs of the system look at and change. */
public sealed interface HostNetwork permits MachineNetwork, NamespaceNetwork {

    Logger LOG = LoggerFactory.getLogger(HostNetwork.class);

    /** That of the machine that the agent runs on, or of a namespace there which is a host of its own. */
    static HostNetwork of(Optional<String> namespace) {
        return namespace.<HostNetwork>map(NamespaceNetwork::new).orElseGet(MachineNetwork::new);
    }

    /** All devices there are. */
    List<NetworkDevice> devices();

    /** The device of this name, if there is one. */
    Optional<NetworkDevice> device(String name);

    /** How a command is run there. */
    List<String> command(List<String> command);

    /** Runs a command, which has to work, and says what it said. */
    default String run(String... command) {
        return run(List.of(command), "");
    }

    /** The same for one that says it in JSON; what it complains of beside that is not part of it. */
    default <T> T read(Class<T> kind, String... command) {
        String said = run(new ProcessBuilder(command(List.of(command))), "");
        try {
            return EventJson.read(said, kind);
        } catch (MalformedEventException unreadable) {
            LOG.warn("{}: {}", String.join(" ", command), said.strip());
            throw new HypervisorProblem(
                    "The host's network says what the agent does not understand: the agent's log has it", unreadable);
        }
    }

    /** The same for one that reads that text. */
    private String run(List<String> command, String read) {
        return run(new ProcessBuilder(command(command)).redirectErrorStream(true), read);
    }

    private static String run(ProcessBuilder program, String read) {
        try {
            Process process = program.start();
            CompletableFuture<String> complaint =
                    CompletableFuture.supplyAsync(() -> complaint(process), Thread::startVirtualThread);
            try (OutputStream input = process.getOutputStream()) {
                input.write(read.getBytes(UTF_8));
            }
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                String all = said + complaint.join();
                LOG.warn("{}: {}", String.join(" ", program.command()), all.strip());
                throw new HypervisorProblem("The host's network refused a port: "
                        + (all.contains("not permitted") ? "the agent may not change it" : "the agent's log says why"));
            }
            return said;
        } catch (IOException failure) {
            throw new HypervisorProblem(
                    "There is no program " + program.command().getFirst() + " on this host", failure);
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
            throw new HypervisorProblem("The host's network has not answered yet", givenUp);
        }
    }

    /** Nothing where it is said together with the rest. */
    private static String complaint(Process process) {
        try {
            return new String(process.getErrorStream().readAllBytes(), UTF_8);
        } catch (IOException failure) {
            return String.valueOf(failure.getMessage());
        }
    }

    /** The same for what {@code ip} does. */
    default void ip(String... command) {
        List<String> whole = new ArrayList<>(List.of("ip"));
        whole.addAll(List.of(command));
        String ignored = run(whole, "");
    }

    /** Has one process of {@code ip} do them one after the other, up to the first that fails. */
    default void ipBatch(List<String> commands) {
        batch(List.of(), commands);
    }

    /** The same for one family of addresses. */
    default void ipBatch(boolean isSix, List<String> commands) {
        batch(List.of(family(isSix)), commands);
    }

    private void batch(List<String> options, List<String> commands) {
        if (!commands.isEmpty()) {
            List<String> whole = new ArrayList<>(List.of("ip"));
            whole.addAll(options);
            whole.addAll(List.of("-batch", "-"));
            String ignored = run(whole, String.join("\n", commands) + "\n");
        }
    }

    /** As {@code ip} is told of it. */
    static String family(boolean isSix) {
        return isSix ? "-6" : "-4";
    }

    /** Takes away a device, if it is there. */
    default void removeDevice(String name) {
        if (device(name).isPresent()) {
            ip("link", "delete", "dev", name);
        }
    }

    /** The same for what {@code tc} does. */
    default void tc(String... command) {
        List<String> whole = new ArrayList<>(List.of("tc"));
        whole.addAll(List.of(command));
        String ignored = run(whole, "");
    }

    /** Has the filters changed as that text says, all of it at one moment or nothing. */
    default void nft(String text) {
        String ignored = run(List.of("nft", "-f", "-"), text);
    }

    /** Whether there is a namespace of that name. The file of one that a machine had before it was started anew is none. */
    default boolean hasNamespace(String name) {
        try (Stream<String> mounts = Files.lines(Path.of("/proc/self/mountinfo"))) {
            return mounts.anyMatch(mount -> mount.contains("/run/netns/" + name + " "));
        } catch (IOException failure) {
            throw new HypervisorProblem("This machine does not say which namespaces it has", failure);
        }
    }

    /** Makes one, unless it is there. */
    default void makeNamespace(String name) {
        if (!hasNamespace(name)) {
            removeNamespace(name);
            ip("netns", "add", name);
        }
    }

    /** Removes one with all that is left of it; its devices go a moment later. */
    default void removeNamespace(String name) {
        if (Files.exists(Path.of("/run/netns", name))) {
            ip("netns", "delete", name);
        }
    }

    /** Sets what the kernel does there, each as {@code ipv4/ip_forward=1}. */
    default void set(String... settings) {
        String script = Stream.of(settings)
                .map(setting -> setting.split("=", -1))
                .map(parts -> "echo " + parts[1] + " >/proc/sys/net/" + parts[0])
                .collect(Collectors.joining(" && "));
        String ignored = run("sh", "-c", script);
    }
}
