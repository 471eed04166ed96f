package io.skyholm.agent.libvirt;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.hypervisor.Port;
import io.skyholm.events.host.DesiredPort;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ports of a host: each is a tap that is there before its machine and stays when that goes, so that what it carries is counted on. All that is
 * remembered of a port is with its device: whoever starts the host anew has neither.
 */
record Taps(Clock clock) {

    private static final Logger LOG = LoggerFactory.getLogger(Taps.class);
    private static final Path DEVICES = Path.of("/sys/class/net");

    List<Port> all() {
        List<Port> ports = new ArrayList<>();
        try (DirectoryStream<Path> devices = Files.newDirectoryStream(DEVICES)) {
            for (Path device : devices) {
                look(device).map(tap -> counted(device, tap)).ifPresent(ports::add);
            }
        } catch (IOException failure) {
            throw new HypervisorProblem("The ports of this host cannot be read", failure);
        }
        return ports;
    }

    Optional<Port> find(UUID port) {
        return tap(port).map(tap -> counted(folder(port), tap));
    }

    Optional<Tap> tap(UUID port) {
        return look(folder(port)).filter(tap -> tap.port().equals(port));
    }

    /** What was begun and has no alias yet is nobody's, and gets one. */
    void plug(DesiredPort desired) {
        String device = Tap.device(desired.id());
        if (!Files.exists(folder(desired.id()))) {
            ip("tuntap", "add", "dev", device, "mode", "tap");
        }
        Tap tap = Tap.of(desired, tap(desired.id()).map(Tap::countedSince).orElseGet(clock::instant));
        ip("link", "set", "dev", device, "alias", tap.alias());
        ip("link", "set", "dev", device, "up");
    }

    void unplug(UUID port) {
        if (tap(port).isPresent()) {
            ip("link", "delete", "dev", Tap.device(port));
        }
    }

    private static Path folder(UUID port) {
        return DEVICES.resolve(Tap.device(port));
    }

    private static Optional<Tap> look(Path device) {
        try {
            return Tap.read(Files.readString(device.resolve("ifalias")));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static Port counted(Path device, Tap tap) {
        return tap.port(counter(device, "rx_bytes"), counter(device, "tx_bytes"));
    }

    private static long counter(Path device, String name) {
        try {
            return Long.parseLong(
                    Files.readString(device.resolve("statistics").resolve(name)).strip());
        } catch (IOException gone) {
            return 0;
        }
    }

    private static void ip(String... command) {
        List<String> whole = new ArrayList<>(List.of("ip"));
        whole.addAll(List.of(command));
        try {
            Process process =
                    new ProcessBuilder(whole).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                LOG.warn("{}: {}", String.join(" ", whole), said.strip());
                throw new HypervisorProblem("The host's network refused a port: "
                        + (said.contains("not permitted")
                                ? "the agent may not change it"
                                : "the agent's log says why"));
            }
        } catch (IOException failure) {
            throw new HypervisorProblem("There is no program ip on this host", failure);
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
            throw new HypervisorProblem("The host's network has not answered yet", givenUp);
        }
    }
}
