package io.skyholm.agent.network;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** The same for one that reads that text. */
    private String run(List<String> command, String read) {
        List<String> whole = command(command);
        try {
            Process process =
                    new ProcessBuilder(whole).redirectErrorStream(true).start();
            try (OutputStream input = process.getOutputStream()) {
                input.write(read.getBytes(UTF_8));
            }
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                LOG.warn("{}: {}", String.join(" ", whole), said.strip());
                throw new HypervisorProblem("The host's network refused a port: "
                        + (said.contains("not permitted")
                                ? "the agent may not change it"
                                : "the agent's log says why"));
            }
            return said;
        } catch (IOException failure) {
            throw new HypervisorProblem("There is no program " + whole.getFirst() + " on this host", failure);
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
            throw new HypervisorProblem("The host's network has not answered yet", givenUp);
        }
    }

    /** The same for what {@code ip} does. */
    default void ip(String... command) {
        List<String> whole = new ArrayList<>(List.of("ip"));
        whole.addAll(List.of(command));
        String ignored = run(whole, "");
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
}
