package io.skyholm.agent.simulated;

import io.skyholm.agent.hypervisor.Attachment;
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
import java.util.Objects;
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
    private final Map<UUID, KeptDisk> disks = new LinkedHashMap<>();
    private final Map<UUID, Attachment> attachments = new LinkedHashMap<>();
    private final Path file;
    private int lines;

    /** One change: a thing as it is now, or the id of one that is gone. */
    private record Line(
            @Nullable Machine machine,
            @Nullable Port port,
            @Nullable KeptDisk disk,
            @Nullable Attachment attachment,
            @Nullable UUID gone) {

        static Line of(Machine machine) {
            return new Line(machine, null, null, null, null);
        }

        static Line of(Port port) {
            return new Line(null, port, null, null, null);
        }

        static Line of(KeptDisk disk) {
            return new Line(null, null, disk, null, null);
        }

        static Line of(Attachment attachment) {
            return new Line(null, null, null, attachment, null);
        }

        static Line ofGone(UUID id) {
            return new Line(null, null, null, null, id);
        }
    }

    /** A disk as its line tells of it: an older agent did not note when it was rolled back. Of a key its fingerprint is kept. */
    private record KeptDisk(
            UUID id,
            long sizeBytes,
            boolean whole,
            @Nullable Long restoredAt,
            @Nullable Integer keyVersion,
            @Nullable String opener) {

        static KeptDisk of(Disk disk, @Nullable String opener) {
            return new KeptDisk(
                    disk.id(), disk.sizeBytes(), disk.whole(), disk.restoredAt(), disk.keyVersion(), opener);
        }

        Disk told() {
            return new Disk(id, sizeBytes, whole, Objects.requireNonNullElse(restoredAt, 0L), keyVersion);
        }
    }

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
        return disks.values().stream().map(KeptDisk::told).toList();
    }

    synchronized Collection<Attachment> attachments() {
        return List.copyOf(attachments.values());
    }

    synchronized Optional<Machine> machine(UUID id) {
        return Optional.ofNullable(machines.get(id));
    }

    synchronized Optional<Port> port(UUID id) {
        return Optional.ofNullable(ports.get(id));
    }

    synchronized Optional<Disk> disk(UUID id) {
        return Optional.ofNullable(disks.get(id)).map(KeptDisk::told);
    }

    /** By what the key of an encrypted disk is known. */
    synchronized Optional<String> opener(UUID id) {
        return Optional.ofNullable(disks.get(id)).map(KeptDisk::opener);
    }

    synchronized Optional<Attachment> attachment(UUID id) {
        return Optional.ofNullable(attachments.get(id));
    }

    synchronized void keep(Machine machine) {
        machines.put(machine.id(), machine);
        append(Line.of(machine));
    }

    synchronized void keep(Port port) {
        ports.put(port.id(), port);
        append(Line.of(port));
    }

    synchronized void keep(Disk disk) {
        keep(disk, null);
    }

    /** An encrypted one, which what is known by that opens. */
    synchronized void keep(Disk disk, @Nullable String opener) {
        KeptDisk kept = KeptDisk.of(disk, opener);
        disks.put(disk.id(), kept);
        append(Line.of(kept));
    }

    synchronized void keep(Attachment attachment) {
        attachments.put(attachment.id(), attachment);
        append(Line.of(attachment));
    }

    synchronized void forget(UUID id) {
        remove(id);
        append(Line.ofGone(id));
    }

    private void remove(UUID id) {
        machines.remove(id);
        ports.remove(id);
        disks.remove(id);
        attachments.remove(id);
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
            if (line.attachment() != null) {
                attachments.put(line.attachment().id(), line.attachment());
            }
            if (line.gone() != null) {
                remove(line.gone());
            }
        } catch (RuntimeException half) {
            return;
        }
    }

    private void append(Line line) {
        try {
            Files.writeString(file, EventJson.write(line) + '\n', StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            if (++lines > FEW_LINES + 2 * things()) {
                rewrite();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + file, failure);
        }
    }

    private int things() {
        return machines.size() + ports.size() + disks.size() + attachments.size();
    }

    private void rewrite() throws IOException {
        List<String> all = new ArrayList<>();
        machines.values().forEach(machine -> all.add(EventJson.write(Line.of(machine))));
        ports.values().forEach(port -> all.add(EventJson.write(Line.of(port))));
        disks.values().forEach(disk -> all.add(EventJson.write(Line.of(disk))));
        attachments.values().forEach(attachment -> all.add(EventJson.write(Line.of(attachment))));
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.write(draft, all);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        lines = all.size();
    }
}
