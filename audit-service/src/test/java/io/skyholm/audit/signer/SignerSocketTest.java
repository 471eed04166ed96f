package io.skyholm.audit.signer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.audit.chain.Digest;
import io.skyholm.audit.chain.Head;
import io.skyholm.audit.chain.SigningKey;
import io.skyholm.audit.signer.Signer.Refused;
import io.skyholm.audit.signer.Signer.Signed;
import io.skyholm.local.BoundedWait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What callers get over the socket, within one process. */
@Timeout(60)
class SignerSocketTest {

    private static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Path folder;
    private final Path socket;
    private final Signer signer;
    private final UUID chain = UUID.randomUUID();
    private final Thread serving = new Thread(this::serve);

    SignerSocketTest(@TempDir Path folder) {
        this.folder = folder.resolve("signer");
        this.socket = this.folder.resolve("socket");
        this.signer = new SignerClient(socket);
    }

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(folder);
        serving.start();
        assertThat(BoundedWait.waitUntil(() -> Files.exists(socket), SOON)).isTrue();
    }

    @AfterEach
    void stop() throws InterruptedException {
        serving.interrupt();
        serving.join();
    }

    @Test
    void refusedChainLeavesNoOtherUnsigned() {
        signer.sign(List.of(head(chain, 7, "a")), NOW);
        Head before = head(UUID.randomUUID(), 1, "b");
        Head bad = head(chain, 7, "c");
        Head after = head(UUID.randomUUID(), 1, "d");

        Signed signed = signer.sign(List.of(before, bad, after), NOW);

        assertThat(signed.digests()).extracting(Digest::hash).containsExactly(before.hash(), after.hash());
        assertThat(signed.digests()).allMatch(signed.key()::signed);
        assertThat(signed.refused()).containsExactly(new Refused(bad, "another hash was signed of entry 7"));
    }

    @Test
    void callerWhoSaysNothingIsSentAwayAndKeepsNobodyWaiting() throws IOException {
        try (SocketChannel silent = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            assertThat(signer.sign(List.of(head(chain, 1, "a")), NOW).digests()).hasSize(1);
            assertThat(silent.read(ByteBuffer.allocate(1))).isEqualTo(-1);
        }
    }

    @Test
    void folderOfTheSocketIsForItsUserAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void socketInAFolderThatOthersShareIsRefused() throws IOException {
        Path shared = Files.createDirectory(folder.resolve("shared"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThatThrownBy(() -> listening(shared.resolve("socket")).serve())
                .hasMessageContaining("others may write there");
    }

    private void serve() {
        try {
            listening(socket).serve();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private SignerSocket listening(Path at) throws IOException {
        HeadSigner heads = new HeadSigner(SigningKey.random(), SignedHeads.keptIn(folder.resolve("signed")));
        return new SignerSocket(at, heads, Duration.ofMillis(500));
    }

    private static Head head(UUID chain, long sequence, String digit) {
        return new Head(chain, chain, sequence, digit.repeat(64));
    }
}
