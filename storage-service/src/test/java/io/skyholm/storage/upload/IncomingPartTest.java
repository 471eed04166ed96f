package io.skyholm.storage.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.testing.fixtures.Refused;
import io.skyholm.storage.object.Folders;
import io.skyholm.storage.object.ObjectStorage;
import io.skyholm.storage.object.StoredObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much of a part counts, whether it ends well or not. */
class IncomingPartTest {

    private static final String OF_ABC = "md5 kAFQmDzST7DWlj99KOF/cg==";

    private final ObjectStorage store;
    private final UploadLease lease = new UploadLease(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), 0, 1000);

    IncomingPartTest(@TempDir Path root) {
        this.store = Folders.in(root);
    }

    @Test
    void whatIsOnTheDiskCountsThoughTheSenderIsCutOff() throws IOException {
        IncomingPart part = begun(null);
        write(part, "ab");
        assertThat(part.sync()).isEqualTo(2);
        write(part, "c");
        assertThat(part.end(true)).isEqualTo(3);
    }

    @Test
    void partWithAChecksumCountsWhenItIsWholeAndNotBefore() throws IOException {
        IncomingPart part = begun(OF_ABC);
        write(part, "ab");
        assertThat(part.sync()).isZero();
        write(part, "c");
        assertThat(part.end(false)).isEqualTo(3);
    }

    @Test
    void nothingOfAPartWithAChecksumCountsThatIsCutOff() throws IOException {
        IncomingPart part = begun(OF_ABC);
        write(part, "abc");
        assertThat(part.end(true)).isZero();
    }

    @Test
    void partThatIsNotWhatItsChecksumSaysIsRefusedAndCountsForNothing() throws IOException {
        IncomingPart part = begun(OF_ABC);
        write(part, "abd");
        Refused.by("CHECKSUM_MISMATCH", () -> part.end(false));
        part.drop(store);
        assertThat(bytesKept()).isZero();
    }

    @Test
    void partOfWhichSomeCountsIsKeptWhenItIsDropped() throws IOException {
        IncomingPart part = begun(null);
        write(part, "abc");
        part.sync();
        part.drop(store);
        assertThat(bytesKept()).isEqualTo(3);
    }

    @Test
    void partOfWhichNothingCountsYetIsRemovedWhenItIsDropped() throws IOException {
        IncomingPart part = begun(null);
        write(part, "abc");
        part.drop(store);
        assertThat(bytesKept()).isZero();
    }

    @Test
    void whatWasRefusedLastDoesNotCountAndWhatCameBeforeDoes() throws IOException {
        IncomingPart part = begun(null);
        write(part, "ab");
        part.sync();
        part.refuse();
        part.drop(store);
        assertThat(bytesKept()).as("its first bytes were refused").isZero();
        IncomingPart other = begun(null);
        write(other, "ab");
        other.sync();
        write(other, "c");
        other.end(false);
        other.refuse();
        other.drop(store);
        assertThat(bytesKept()).as("those from before count").isEqualTo(3);
    }

    @Test
    void howFarItHasComeIsWrittenDownWhenBytesHaveComeSince() throws IOException {
        IncomingPart part = IncomingPart.begin(store, lease, null, Duration.ZERO);
        assertThat(part.isDue()).isFalse();
        write(part, "a");
        assertThat(part.isDue()).isTrue();
        part.sync();
        assertThat(part.isDue()).isFalse();
        IncomingPart rarely = IncomingPart.begin(store, other(), null, Duration.ofHours(1));
        write(rarely, "a");
        assertThat(rarely.isDue()).isFalse();
        part.end(false);
        rarely.end(false);
    }

    private UploadLease other() {
        return new UploadLease(lease.uploadId(), lease.versionId(), UUID.randomUUID(), 1, 1000);
    }

    private IncomingPart begun(@Nullable String checksum) throws IOException {
        UploadLease of = new UploadLease(lease.uploadId(), lease.versionId(), UUID.randomUUID(), 0, 1000);
        return IncomingPart.begin(store, of, PartChecksum.of(checksum), Duration.ofHours(1));
    }

    private static void write(IncomingPart part, String text) throws IOException {
        part.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private long bytesKept() throws IOException {
        return store.list(null, 10).objects().stream()
                .mapToLong(StoredObject::sizeBytes)
                .sum();
    }
}
