package io.skyholm.storage.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.storage.DiskFormat;
import io.skyholm.runtime.testing.fixtures.Refused;
import io.skyholm.storage.backup.BackupBytes;
import io.skyholm.storage.version.VersionBytes;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is answered to a download, by the conditions that its caller attaches. */
class DownloadTest {

    private static final String TAG = "\"sha256-abc\"";

    private final UUID id = UUID.randomUUID();

    @Test
    void wholeIsGivenOutUnderTheNameOfItsVersion() {
        Download download = download(null, null, null);
        assertThat(download.status()).isEqualTo(200);
        assertThat(download.headers())
                .containsEntry("ETag", List.of(TAG))
                .containsEntry("Accept-Ranges", List.of("bytes"))
                .containsEntry("Content-Length", List.of("1000"))
                .containsEntry("Content-Disposition", List.of("attachment; filename=\"" + id + ".qcow2\""))
                .doesNotContainKey("Content-Range");
    }

    @Test
    void partSaysWhichItIs() {
        Download download = download("bytes=10-19", null, null);
        assertThat(download.status()).isEqualTo(206);
        assertThat(download.headers())
                .containsEntry("Content-Length", List.of("10"))
                .containsEntry("Content-Range", List.of("bytes 10-19/1000"));
    }

    @Test
    void partIsGivenOutOnlyOfTheBytesThatTheCallerHasAPartOf() {
        assertThat(download("bytes=10-19", TAG, null).status()).isEqualTo(206);
        Download changed = download("bytes=10-19", "\"sha256-old\"", null);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.range().length()).isEqualTo(1000);
    }

    @Test
    void rangeThatIsNotThereIsNoneWhereTheBytesAreOthers() {
        Refused.by("RANGE_NOT_SATISFIABLE", () -> download("bytes=1000-", null, null));
        assertThat(download("bytes=1000-", "\"sha256-old\"", null).status()).isEqualTo(200);
    }

    @Test
    void whoHasItAlreadyIsSentNothingButItsTag() {
        Download known = download(null, null, TAG);
        assertThat(known.status()).isEqualTo(304);
        assertThat(known.headers()).containsOnlyKeys("ETag", "Accept-Ranges");
        assertThat(download(null, null, "\"sha256-old\"").status()).isEqualTo(200);
    }

    @Test
    void backupIsGivenOutAsItWasOnTheDisk() {
        Download download = Download.of(
                Downloadable.of(new BackupBytes(id, UUID.randomUUID(), List.of(), 2, "abc")),
                new Wanted(null, null, null));
        assertThat(download.headers())
                .containsEntry("ETag", List.of(TAG))
                .containsEntry("Content-Length", List.of("2147483648"))
                .containsEntry("Content-Disposition", List.of("attachment; filename=\"" + id + ".raw\""));
    }

    private Download download(@Nullable String range, @Nullable String ifRange, @Nullable String ifNoneMatch) {
        VersionBytes bytes = new VersionBytes(
                id, UUID.randomUUID(), null, UUID.randomUUID(), 1000, DiskFormat.QCOW2, "abc", null, null, null);
        return Download.of(Downloadable.of(bytes), new Wanted(range, ifRange, ifNoneMatch));
    }
}
