package io.skyholm.agent.firstboot;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.events.EventJson;
import io.skyholm.events.folder.TrustedFolder;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.DesiredVm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The images from which machines read what they are told when they boot, and what is to be told of their ports: files that the agent's user alone may
 * read, each whole or not there at all.
 */
public record Seeds(Path folder) {

    private static final String LABEL = "cidata";
    private static final FileAttribute<Set<PosixFilePermission>> FOR_OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** Where that of a machine is. */
    public Path of(UUID machine) {
        return folder.resolve(machine + ".seed");
    }

    private Path ofPort(UUID port) {
        return folder.resolve(port + ".port");
    }

    public void make() {
        try {
            TrustedFolder.make(folder);
        } catch (IOException failure) {
            throw new HypervisorProblem("There is no folder for what guests are told when they boot", failure);
        }
    }

    /** Makes that of a machine, which knows its ports already. A guest that runs goes on with the one that it began with. */
    public void write(DesiredVm desired) {
        List<DesiredPort> ports = desired.portIds().stream().map(this::port).toList();
        replace(of(desired.id()), IsoImage.of(LABEL, NoCloud.files(desired, ports)));
    }

    public void remove(UUID machine) {
        delete(of(machine));
    }

    /** Keeps what guests are told of a port. */
    public void keep(DesiredPort desired) {
        replace(ofPort(desired.id()), EventJson.write(desired).getBytes(UTF_8));
    }

    public void forget(UUID port) {
        delete(ofPort(port));
    }

    /** By which desired state guests are told of a port; 0 of one of which they cannot be told, such as one that an older agent made. */
    public long generation(UUID port) {
        return find(port).map(DesiredPort::generation).orElse(0L);
    }

    private DesiredPort port(UUID port) {
        return find(port).orElseThrow(() -> HypervisorProblem.notYet("Port " + port + " is not there yet"));
    }

    private Optional<DesiredPort> find(UUID port) {
        try {
            return Optional.of(EventJson.read(Files.readString(ofPort(port)), DesiredPort.class));
        } catch (NoSuchFileException unknown) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new HypervisorProblem("What guests are told of port " + port + " cannot be read", failure);
        }
    }

    /** What a killed agent has written of it is begun anew, or goes with it. */
    private static void replace(Path file, byte[] content) {
        Path draft = draft(file);
        try {
            boolean ignored = Files.deleteIfExists(draft);
            Path made = Files.createFile(draft, FOR_OWNER);
            Files.write(made, content);
            Files.move(made, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new HypervisorProblem("What a guest is told when it boots cannot be written", failure);
        }
    }

    private static void delete(Path file) {
        try {
            for (Path one : List.of(draft(file), file)) {
                boolean ignored = Files.deleteIfExists(one);
            }
        } catch (IOException failure) {
            throw new HypervisorProblem("What a guest was told when it booted cannot be removed", failure);
        }
    }

    private static Path draft(Path file) {
        return file.resolveSibling(file.getFileName() + ".draft");
    }
}
