package io.skyholm.storage.verification;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.storage.DiskFormat;
import io.skyholm.storage.object.Folders;
import io.skyholm.storage.object.ObjectStorage;
import io.skyholm.storage.object.PartWriter;
import io.skyholm.storage.object.StoredPart;
import io.skyholm.storage.version.VersionBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found of bytes that are read from their beginning to their end. */
class VerificationTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final int SIZE = 3 << 20;

    private final ObjectStorage store;
    private final UUID object = UUID.randomUUID();
    private final byte[] content = new byte[SIZE];

    VerificationTest(@TempDir Path root) throws IOException {
        this.store = Folders.in(root);
        content[SIZE - 1] = 7;
        try (PartWriter writer = store.begin(object, "a")) {
            writer.write(ByteBuffer.wrap(content));
        }
        store.seal(object, List.of(new StoredPart("a", SIZE)));
    }

    @Test
    void checksumsAndSizeAreFoundWhereNothingWasAnnounced() throws IOException, NoSuchAlgorithmException {
        VerificationResult result = of(null, null, Long.MAX_VALUE).goOn(store, LONG);
        assertThat(result.reason()).isNull();
        assertThat(requireNonNull(result.verified()).sha256()).isEqualTo(sum("SHA-256"));
        assertThat(requireNonNull(result.verified()).md5()).isEqualTo(sum("MD5"));
        assertThat(requireNonNull(result.verified()).sizeGb()).isEqualTo(1);
    }

    @Test
    void bytesThatAreWhatWasAnnouncedAreVerified() throws IOException, NoSuchAlgorithmException {
        VerificationResult result =
                of(sum("SHA-256"), sum("MD5"), Long.MAX_VALUE).goOn(store, LONG);
        assertThat(result.verified()).isNotNull();
        assertThat(result.isOpen()).isFalse();
    }

    @Test
    void otherBytesAreRefusedByEitherChecksum() throws IOException, NoSuchAlgorithmException {
        VerificationResult bySha =
                of("0".repeat(64), sum("MD5"), Long.MAX_VALUE).goOn(store, LONG);
        assertThat(bySha.reason())
                .isEqualTo("The SHA-256 of what was uploaded is another than was announced: " + sum("SHA-256"));
        VerificationResult byMd5 =
                of(sum("SHA-256"), "0".repeat(32), Long.MAX_VALUE).goOn(store, LONG);
        assertThat(byMd5.reason())
                .isEqualTo("The MD5 of what was uploaded is another than was announced: " + sum("MD5"));
        assertThat(byMd5.verified()).isNull();
    }

    @Test
    void whatIsReadAWhileAtATimeIsTheSameInTheEnd() throws IOException, NoSuchAlgorithmException {
        Verification verification = of(sum("SHA-256"), null, Long.MAX_VALUE);
        VerificationResult result = verification.goOn(store, Duration.ZERO);
        assertThat(result.isOpen()).isTrue();
        assertThat(verification.position()).isLessThan(SIZE);
        result = verification.goOn(store, LONG);
        assertThat(verification.position()).isEqualTo(SIZE);
        assertThat(requireNonNull(result.verified()).md5()).isEqualTo(sum("MD5"));
    }

    @Test
    void diskThatIsLargerThanAllowedIsRefusedByItsBeginning() throws IOException {
        Verification verification = of(null, null, SIZE - 1);
        assertThat(verification.goOn(store, LONG).reason()).contains("it may have 1 to " + (SIZE - 1));
        assertThat(verification.position()).as("the rest is not read").isLessThan(SIZE);
    }

    private Verification of(@Nullable String sha256, @Nullable String md5, long largestDisk) {
        return new Verification(
                new VersionBytes(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        null,
                        object,
                        SIZE,
                        DiskFormat.RAW,
                        sha256,
                        md5,
                        null,
                        null),
                largestDisk);
    }

    private String sum(String algorithm) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
    }
}
