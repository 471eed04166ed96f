package io.skyholm.agent.network;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.skyholm.agent.file.OwnedFile;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.events.EventJson;
import io.skyholm.events.folder.TrustedFolder;
import io.skyholm.events.host.DesiredPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What a host has been told of its ports, and has done: files that the agent's user alone may read. */
public record StoredPorts(Path folder) {

    private static final String PORT = ".port";

    public void make() {
        try {
            TrustedFolder.make(folder);
        } catch (IOException failure) {
            throw new HypervisorProblem("There is no folder for what this host is told of ports", failure);
        }
    }

    public void keep(DesiredPort desired) {
        try {
            file(desired.id()).write(EventJson.write(desired).getBytes(UTF_8));
        } catch (IOException failure) {
            throw new HypervisorProblem("What this host is told of port " + desired.id() + " cannot be kept", failure);
        }
    }

    public void forget(UUID port) {
        try {
            file(port).delete();
        } catch (IOException failure) {
            throw new HypervisorProblem("What this host was told of port " + port + " cannot be removed", failure);
        }
    }

    private OwnedFile file(UUID port) {
        return new OwnedFile(folder.resolve(port + PORT));
    }

    /** By which desired state it is; 0 of one of which nothing is known, such as one that an older agent made. */
    public long generation(UUID port) {
        return find(port).map(DesiredPort::generation).orElse(0L);
    }

    public List<DesiredPort> all() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(PORT))
                    .sorted()
                    .flatMap(name -> find(UUID.fromString(name.substring(0, name.length() - PORT.length()))).stream())
                    .toList();
        } catch (IOException failure) {
            throw new HypervisorProblem("What this host is told of ports cannot be read", failure);
        }
    }

    /** What all of them are once that one is kept as well, without reading them anew: what is made of them depends on their order. */
    static List<DesiredPort> with(List<DesiredPort> all, DesiredPort desired) {
        return Stream.concat(all.stream().filter(port -> !port.id().equals(desired.id())), Stream.of(desired))
                .sorted(Comparator.comparing(port -> port.id().toString()))
                .toList();
    }

    public Optional<DesiredPort> find(UUID port) {
        try {
            return Optional.of(EventJson.read(Files.readString(file(port).path()), DesiredPort.class));
        } catch (NoSuchFileException unknown) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new HypervisorProblem("What this host is told of port " + port + " cannot be read", failure);
        }
    }
}
