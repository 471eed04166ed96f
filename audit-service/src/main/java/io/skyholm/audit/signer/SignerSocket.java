package io.skyholm.audit.signer;

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

/**
 * Where the signer listens: a socket in the file system, which only its own user may open. A caller sends places in chains, a line each,
 * ends its side, and reads a line for each; the first line of an answer is the public key.
 */
final class SignerSocket {

    private static final System.Logger LOG = System.getLogger(SignerSocket.class.getName());

    /** Of a batch; a longer one is cut off, and its caller misses the last answers. */
    private static final int MOST_LINES = 1_000;

    private final Path path;
    private final HeadSigner signer;

    SignerSocket(Path path, HeadSigner signer) {
        this.path = path;
        this.signer = signer;
    }

    /** Until the process is ended. One caller at a time: a batch takes milliseconds, and nothing else may be signed meanwhile. */
    void serve() throws IOException {
        Files.deleteIfExists(path);
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(path));
            while (server.isOpen()) {
                try (SocketChannel caller = server.accept()) {
                    answer(caller);
                } catch (IOException gone) {
                    LOG.log(Level.WARNING, "A caller went away: {0}", gone.getMessage());
                }
            }
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
