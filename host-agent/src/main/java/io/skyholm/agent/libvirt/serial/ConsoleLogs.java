package io.skyholm.agent.libvirt.serial;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.events.folder.TrustedFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;

/** What guests write to their first serial port, each in a file that its guest cannot make larger than is good for the host. */
public record ConsoleLogs(Path folder) {

    private static final String ENDING = ".console";
    private static final long LONGEST = 4L << 20;

    public Path of(UUID machine) {
        return folder.resolve(machine + ENDING);
    }

    public void make() {
        try {
            TrustedFolder.make(folder);
        } catch (IOException failure) {
            throw new HypervisorProblem("There is no folder for what guests write to their consoles", failure);
        }
    }

    /** Its last bytes, so many at most. It may be begun anew meanwhile: what is there by then is what is read. */
    public byte[] end(UUID machine, int most) {
        Path log = of(machine);
        try (FileChannel channel = FileChannel.open(log, READ)) {
            ByteBuffer end = ByteBuffer.allocate(most);
            channel.position(Math.max(0, channel.size() - most));
            int read;
            do {
                read = channel.read(end);
            } while (read >= 0 && end.hasRemaining());
            return Arrays.copyOf(end.array(), end.position());
        } catch (NoSuchFileException neverStarted) {
            return new byte[0];
        } catch (IOException failure) {
            throw new HypervisorProblem("The console of machine " + machine + " cannot be read", failure);
        }
    }

    public void remove(UUID machine) {
        try {
            boolean ignored = Files.deleteIfExists(of(machine));
        } catch (IOException failure) {
            throw new HypervisorProblem("The console of machine " + machine + " cannot be removed", failure);
        }
    }

    /** Begins those anew that are too long. QEMU appends, so it goes on where the file ends. */
    public void limit() throws IOException {
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
