package io.skyholm.agent.network.host;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** That of the machine that the agent runs on: devices are files of the system, which are read without a process. */
record MachineNetwork() implements HostNetwork {

    private static final Path DEVICES = Path.of("/sys/class/net");

    @Override
    public List<NetworkDevice> devices() {
        List<NetworkDevice> all = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(DEVICES)) {
            for (Path folder : folders) {
                read(folder).ifPresent(all::add);
            }
        } catch (IOException failure) {
            throw new HypervisorProblem("The ports of this host cannot be read", failure);
        }
        return all;
    }

    @Override
    public Optional<NetworkDevice> device(String name) {
        return read(DEVICES.resolve(name));
    }

    @Override
    public List<String> command(List<String> command) {
        return command;
    }

    private static Optional<NetworkDevice> read(Path folder) {
        try {
            String alias = Files.readString(folder.resolve("ifalias")).strip();
            return Optional.of(new NetworkDevice(
                    String.valueOf(folder.getFileName()),
                    alias,
                    counter(folder, "rx_bytes"),
                    counter(folder, "tx_bytes")));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static long counter(Path folder, String name) throws IOException {
        return Long.parseLong(
                Files.readString(folder.resolve("statistics").resolve(name)).strip());
    }
}
