package io.skyholm.audit.signer;

import io.skyholm.audit.chain.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Holds the key that signs digests, apart from the service that holds the database's login: whoever takes over one of the two
 * cannot write a new history alone.
 */
public final class SignerProcess {

    /** Less than the service waits for an answer, which a silent caller must not use up. */
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private SignerProcess() {}

    /** The key's file, the socket to listen on, and the file in which it notes what it has signed. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("usage: SignerProcess KEY-FILE SOCKET SIGNED-FILE");
        }
        SigningKey key = SigningKey.read(Files.readString(Path.of(arguments[0])));
        SignedHeads signed = SignedHeads.keptIn(Path.of(arguments[2]));
        new SignerSocket(Path.of(arguments[1]), new HeadSigner(key, signed), DEADLINE).serve();
    }
}
