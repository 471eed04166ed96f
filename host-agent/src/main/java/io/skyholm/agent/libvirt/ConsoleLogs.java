package io.skyholm.agent.libvirt;

import static java.nio.file.StandardOpenOption.WRITE;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.events.folder.TrustedFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** What guests write to their first serial port, each in a file that its guest cannot make larger than is good for the host. */
record ConsoleLogs(Path folder) {

    private static final String ENDING = ".console";
    private static final long LONGEST = 4L << 20;

    Path of(UUID machine) {
        return folder.resolve(machine + ENDING);
    }

    void make() {
        try {
            TrustedFolder.make(folder);
        } catch (IOException failure) {
            throw new HypervisorProblem("There is no folder for what guests write to their consoles", failure);
        }
    }

    void remove(UUID machine) {
        try {
            boolean ignored = Files.deleteIfExists(of(machine));
        } catch (IOException failure) {
            throw new HypervisorProblem("The console of machine " + machine + " cannot be removed", failure);
        }
    }

    /** Begins those anew that are too long. QEMU appends, so it goes on where the file ends. */
    void limit() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path log : logs) {
                if (Files.size(log) > LONGEST) {
                    try (FileChannel channel = FileChannel.open(log, WRITE)) {
                        FileChannel ignored = channel.truncate(0);
                    }
                }
            }
        }
    }
}
