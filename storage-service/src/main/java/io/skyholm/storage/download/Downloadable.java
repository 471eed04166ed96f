package io.skyholm.storage.download;

import io.skyholm.storage.backup.BackupBytes;
import io.skyholm.storage.object.ObjectChain;
import io.skyholm.storage.version.VersionBytes;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can be downloaded, and as what a caller may keep it. */
record Downloadable(ObjectChain bytes, @Nullable String checksumSha256, String fileName) {

    static Downloadable of(VersionBytes bytes) {
        String format = bytes.diskFormat().name().toLowerCase(Locale.ROOT);
        ObjectChain chain = ObjectChain.of(List.of(), bytes.objectId(), bytes.sizeBytes());
        return new Downloadable(chain, bytes.checksumSha256(), bytes.id() + "." + format);
    }

    static Downloadable of(BackupBytes bytes) {
        return new Downloadable(bytes.chain(), bytes.checksumSha256(), bytes.id() + ".raw");
    }
}
