package io.skyholm.agent.simulated;

import io.skyholm.agent.hypervisor.Machine;
import io.skyholm.agent.hypervisor.Port;
import io.skyholm.agent.pool.Disk;
import io.skyholm.events.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a simulated host holds, and the file in which that outlives the agent: a line for every change, of which the last one
 * about a thing counts.
 */
final class SimulatedState {

    private static final int FEW_LINES = 1000;

    private final Map<UUID, Machine> machines = new LinkedHashMap<>();
    private final Map<UUID, Port> ports = new LinkedHashMap<>();
    private final Map<UUID, Disk> disks = new LinkedHashMap<>();
    private final Path file;
    private int lines;

    /** One change: a thing as it is now, or the id of one that is gone. */
    private record Line(
            @Nullable Machine machine,
            @Nullable Port port,
            @Nullable Disk disk,
            @Nullable UUID gone) {}

    SimulatedState(Path file) {
        this.file = file;
        try {
            Files.createDirectories(file.resolveSibling(""));
            if (Files.exists(file)) {
                Files.readAllLines(file).forEach(this::recall);
                rewrite();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot use " + file, failure);
        }
    }

    synchronized Collection<Machine> machines() {
        return List.copyOf(machines.values());
    }

    synchronized Collection<Port> ports() {
        return List.copyOf(ports.values());
    }

    synchronized Collection<Disk> disks() {
        return List.copyOf(disks.values());
    }

    synchronized Optional<Machine> machine(UUID id) {
        return Optional.ofNullable(machines.get(id));
    }

    synchronized Optional<Port> port(UUID id) {
        return Optional.ofNullable(ports.get(id));
    }

    synchronized Optional<Disk> disk(UUID id) {
        return Optional.ofNullable(disks.get(id));
    }

    synchronized void keep(Machine machine) {
        machines.put(machine.id(), machine);
        append(new Line(machine, null, null, null));
    }

    synchronized void keep(Port port) {
        ports.put(port.id(), port);
        append(new Line(null, port, null, null));
    }

    synchronized void keep(Disk disk) {
        disks.put(disk.id(), disk);
        append(new Line(null, null, disk, null));
    }

    synchronized void forget(UUID id) {
        machines.remove(id);
        ports.remove(id);
        disks.remove(id);
        append(new Line(null, null, null, id));
    }

    /** The half line of an agent that was killed while it wrote is as if never written. */
    private void recall(String text) {
        try {
            Line line = EventJson.read(text, Line.class);
            if (line.machine() != null) {
                machines.put(line.machine().id(), line.machine());
            }
            if (line.port() != null) {
                ports.put(line.port().id(), line.port());
            }
            if (line.disk() != null) {
                disks.put(line.disk().id(), line.disk());
            }
            if (line.gone() != null) {
                machines.remove(line.gone());
                ports.remove(line.gone());
                disks.remove(line.gone());
            }
        } catch (RuntimeException half) {
            return;
        }
    }

    private void append(Line line) {
        try {
            Files.writeString(file, EventJson.write(line) + '\n', StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            if (++lines > FEW_LINES + 2 * (machines.size() + ports.size() + disks.size())) {
                rewrite();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + file, failure);
        }
    }

    private void rewrite() throws IOException {
        List<String> all = new ArrayList<>();
        machines.values().forEach(machine -> all.add(EventJson.write(new Line(machine, null, null, null))));
        ports.values().forEach(port -> all.add(EventJson.write(new Line(null, port, null, null))));
        disks.values().forEach(disk -> all.add(EventJson.write(new Line(null, null, disk, null))));
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.write(draft, all);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        lines = all.size();
    }
}
