package io.skyholm.audit.signer;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.audit.chain.Head;
import io.skyholm.audit.chain.SigningKey;
import io.skyholm.audit.signer.Signer.Refused;
import io.skyholm.audit.signer.Signer.Signed;
import io.skyholm.local.BoundedWait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process with the key, asked over its socket. */
class SignerProcessTest {

    private static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");
    private static final String SEED = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Path folder;
    private final Path socket;
    private final Signer signer;
    private final UUID chain = UUID.randomUUID();
    private Process process;

    SignerProcessTest(@TempDir Path folder) {
        this.folder = folder.resolve("signer");
        this.socket = this.folder.resolve("socket");
        this.signer = new SignerClient(socket);
    }

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(socket);
        Files.writeString(folder.resolve("key"), SEED);
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SignerProcess.class.getName(),
                        folder.resolve("key").toString(),
                        socket.toString(),
                        folder.resolve("signed").toString())
                .inheritIO()
                .start();
        assertThat(BoundedWait.waitUntil(() -> Files.exists(socket), SOON)).isTrue();
    }

    @AfterEach
    void stop() {
        process.destroyForcibly().onExit().join();
    }

    @Test
    void placesAreSignedWithItsKey() {
        Signed signed = signer.sign(List.of(head(1, "a"), head(2, "b")), NOW);

        assertThat(signed.key()).isEqualTo(SigningKey.read(SEED).verifying());
        assertThat(signed.digests()).hasSize(2).allMatch(digest -> signed.key().signed(digest));
        assertThat(signed.digests().getFirst().hash()).isEqualTo("a".repeat(64));
    }

    @Test
    void whatContradictsWhatItSignedLastIsRefusedAlsoAfterACrash() throws IOException {
        signer.sign(List.of(head(7, "a")), NOW);
        stop();
        start();

        assertThat(signer.sign(List.of(head(7, "b")), NOW).refused())
                .containsExactly(new Refused(head(7, "b"), "another hash was signed of entry 7"));
        assertThat(signer.sign(List.of(head(7, "a"), head(8, "b")), NOW).digests())
                .hasSize(2);
    }

    @Test
    void whatIsNoPlaceInAChainIsRefused() {
        Signed signed = signer.sign(List.of(new Head(chain, chain, 1, "no hash")), NOW);

        assertThat(signed.digests()).isEmpty();
        assertThat(signed.refused()).hasSize(1);
    }

    private Head head(long sequence, String digit) {
        return new Head(chain, chain, sequence, digit.repeat(64));
    }
}
