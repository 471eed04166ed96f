package io.skyholm.storage.download;

import io.skyholm.storage.backup.BackupBytes;
import io.skyholm.storage.version.VersionBytes;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be downloaded, and as what a caller may keep it. */
record Downloadable(UUID object, long sizeBytes, @Nullable String checksumSha256, String fileName) {

    static Downloadable of(VersionBytes bytes) {
        String format = bytes.diskFormat().name().toLowerCase(Locale.ROOT);
        return new Downloadable(bytes.objectId(), bytes.sizeBytes(), bytes.checksumSha256(), bytes.id() + "." + format);
    }

    static Downloadable of(BackupBytes bytes) {
        return new Downloadable(bytes.objectId(), bytes.sizeBytes(), bytes.checksumSha256(), bytes.id() + ".raw");
    }
}
