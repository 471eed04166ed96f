package io.skyholm.audit.signer;

import io.skyholm.events.folder.TrustedFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Where the signer listens: a socket in a folder of the file system that only its own user may enter. A caller sends places in chains, a line each,
 * ends its side, and reads a line for each; the first line of an answer is the public key.
 */
final class SignerSocket {

    private static final System.Logger LOG = System.getLogger(SignerSocket.class.getName());

    /** Of a batch; a longer one is cut off, and its caller misses the last answers. */
    private static final int MOST_LINES = 1_000;

    private final Path path;
    private final HeadSigner signer;
    private final Duration deadline;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());

    /** Whoever has not asked and read all by that deadline is sent away. */
    SignerSocket(Path path, HeadSigner signer, Duration deadline) {
        this.path = path;
        this.signer = signer;
        this.deadline = deadline;
    }

    /** Until the process is ended. One caller at a time: a batch takes milliseconds, and nothing else may be signed meanwhile. */
    void serve() throws IOException {
        TrustedFolder.make(path.toAbsolutePath().resolveSibling(""));
        Files.deleteIfExists(path);
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listen(server);
            while (server.isOpen()) {
                try (SocketChannel caller = server.accept()) {
                    answerInTime(caller);
                } catch (IOException gone) {
                    LOG.log(Level.WARNING, "A caller went away, or was too slow: {0}", gone.toString());
                }
            }
        }
    }

    /** The file is there a moment before anybody listens at it, so it gets its name only then: who finds it can connect. */
    private void listen(ServerSocketChannel server) throws IOException {
        Path draft = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(draft);
        server.bind(UnixDomainSocketAddress.of(draft));
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A caller who says nothing would keep all others waiting; a closed channel ends its reads and writes. */
    private void answerInTime(SocketChannel caller) throws IOException {
        Future<?> end = clock.schedule(() -> close(caller), deadline.toMillis(), TimeUnit.MILLISECONDS);
        try {
            answer(caller);
        } finally {
            end.cancel(false);
        }
    }

    private static void close(SocketChannel caller) {
        try {
            caller.close();
        } catch (IOException closed) {
            LOG.log(Level.WARNING, "A caller could not be sent away: {0}", closed.toString());
        }
    }

    private void answer(SocketChannel caller) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(Channels.newInputStream(caller), StandardCharsets.UTF_8));
        Writer out = new OutputStreamWriter(Channels.newOutputStream(caller), StandardCharsets.UTF_8);
        out.write(signer.publicKey() + "\n");
        int lines = 0;
        for (String line = in.readLine(); line != null && lines < MOST_LINES; line = in.readLine()) {
            out.write(signer.answer(line) + "\n");
            lines++;
        }
        out.flush();
    }
}
