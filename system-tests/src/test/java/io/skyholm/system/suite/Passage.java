package io.skyholm.system.suite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A way out of a host's network to servers that listen on this machine alone: a process within listens on their ports, and passes everything through
 * sockets of the file system, which all networks have in common.
 */
public final class Passage implements AutoCloseable {

    private static final String READY = "ready";
    private static final int PIECE = 64 << 10;

    private final Path folder;
    private final List<ServerSocketChannel> outside;
    private final Process inside;

    private Passage(Path folder, List<ServerSocketChannel> outside, Process inside) {
        this.folder = folder;
        this.outside = outside;
        this.inside = inside;
    }

    /** How a connection is passed on. */
    @FunctionalInterface
    private interface Onward {

        SocketChannel open() throws IOException;
    }

    /** From the network of that name to these ports. */
    static Passage from(String network, List<Integer> ports) {
        try {
            Path folder = Files.createTempDirectory("passage");
            List<ServerSocketChannel> outside = new ArrayList<>();
            for (int port : ports) {
                ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
                outside.add(server.bind(socket(folder, port)));
                serve(server, () -> SocketChannel.open(loopback(port)));
            }
            Process inside = new ProcessBuilder(command(network, folder, ports))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader said = inside.inputReader(UTF_8);
            if (!READY.equals(said.readLine())) {
                throw new IOException("nobody listens in " + network);
            }
            return new Passage(folder, List.copyOf(outside), inside);
        } catch (IOException failure) {
            throw new UncheckedIOException("There is no way out of " + network, failure);
        }
    }

    private static List<String> command(String network, Path folder, List<Integer> ports) {
        Stream<String> program = Stream.of(
                "nsenter",
                "--net=/run/netns/" + network,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-cp",
                Path.of("target/test-classes").toAbsolutePath().toString(),
                Passage.class.getName(),
                folder.toString());
        return Stream.concat(program, ports.stream().map(String::valueOf)).toList();
    }

    /** What runs within; it ends when whoever has started it does. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        for (String port : List.of(arguments).subList(1, arguments.length)) {
            int number = Integer.parseInt(port);
            ServerSocketChannel server = ServerSocketChannel.open();
            serve(server.bind(loopback(number)), () -> SocketChannel.open(socket(folder, number)));
        }
        System.out.println(READY);
        int ended = System.in.read();
        assert ended < 0;
    }

    private static UnixDomainSocketAddress socket(Path folder, int port) {
        return UnixDomainSocketAddress.of(folder.resolve(Integer.toString(port)));
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
    }

    private static void serve(ServerSocketChannel server, Onward onward) {
        Thread.ofVirtual().start(() -> {
            try {
                while (server.isOpen()) {
                    join(server.accept(), onward);
                }
            } catch (IOException closed) {
                assert !server.isOpen();
            }
        });
    }

    private static void join(SocketChannel one, Onward onward) throws IOException {
        try {
            SocketChannel other = onward.open();
            Thread.ofVirtual().start(() -> pass(one, other));
            Thread.ofVirtual().start(() -> pass(other, one));
        } catch (IOException nobodyThere) {
            one.close();
        }
    }

    /** Until one of them ends; then both do. */
    private static void pass(SocketChannel from, SocketChannel to) {
        ByteBuffer bytes = ByteBuffer.allocate(PIECE);
        try (from;
                to) {
            while (from.read(bytes) >= 0) {
                bytes.flip();
                while (bytes.hasRemaining()) {
                    int ignored = to.write(bytes);
                }
                bytes.clear();
            }
        } catch (IOException ended) {
            assert !from.isOpen() || !to.isOpen();
        }
    }

    /** Whether whoever is within reaches them. */
    public boolean isOpen() {
        return inside.isAlive();
    }

    @Override
    public void close() {
        inside.destroy();
        try {
            for (ServerSocketChannel server : outside) {
                Path socket = ((UnixDomainSocketAddress) server.getLocalAddress()).getPath();
                server.close();
                Files.deleteIfExists(socket);
            }
            Files.deleteIfExists(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
