package io.skyholm.agent.libvirt.serial;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.hypervisor.SerialLine;
import io.skyholm.events.folder.TrustedFolder;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** The sockets by which what is typed into consoles reaches guests: one for each, at which its QEMU listens. */
public record SerialSockets(Path folder) {

    /** Linux has room for so many bytes in the address of a socket. */
    private static final int LONGEST = 107;

    /** Where that of a machine is; none in a folder so deep that it cannot be named. */
    public Optional<Path> of(UUID machine) {
        Path socket = place(machine);
        boolean fits = socket.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST;
        return Optional.of(socket).filter(path -> fits);
    }

    /** By a shorter name than its id, for the sake of folders that are deep. */
    private Path place(UUID machine) {
        byte[] id = ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(machine.getMostSignificantBits())
                .putLong(machine.getLeastSignificantBits())
                .array();
        return folder.toAbsolutePath()
                .resolve(Base64.getUrlEncoder().withoutPadding().encodeToString(id));
    }

    public void make() {
        try {
            TrustedFolder.make(folder);
        } catch (IOException failure) {
            throw new HypervisorProblem("There is no folder for the sockets of consoles", failure);
        }
    }

    /** QEMU may have been killed, which removes nothing. */
    public void remove(UUID machine) {
        try {
            boolean ignored = Files.deleteIfExists(place(machine));
        } catch (IOException failure) {
            throw new HypervisorProblem("The socket of machine " + machine + " cannot be removed", failure);
        }
    }

    public SerialLine open(UUID machine) {
        Path socket = of(machine)
                .orElseThrow(() -> new HypervisorProblem(
                        "The folder of this host is too deep for consoles to type into; its operator can move it"));
        try {
            return new Line(connected(socket));
        } catch (IOException nobody) {
            throw new HypervisorProblem(
                    "Nobody reads what is typed: the machine does not run, or was started before its host had consoles to"
                            + " type into; stop and start it",
                    nobody);
        }
    }

    private static SocketChannel connected(Path socket) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            boolean ignored = channel.connect(UnixDomainSocketAddress.of(socket));
            return channel;
        } catch (IOException refused) {
            channel.close();
            throw refused;
        }
    }

    private record Line(SocketChannel channel) implements SerialLine {

        @Override
        public int read(ByteBuffer into) throws IOException {
            return channel.read(into);
        }

        @Override
        public void write(ByteBuffer typed) throws IOException {
            while (typed.hasRemaining()) {
                int ignored = channel.write(typed);
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
