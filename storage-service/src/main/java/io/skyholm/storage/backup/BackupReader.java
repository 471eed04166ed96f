package io.skyholm.storage.backup;

import io.quarkus.runtime.Startup;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.page.ViewFactory;
import io.skyholm.runtime.page.Views;
import io.skyholm.runtime.record.Select;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Backups and their bytes, for whoever may see them. */
@Startup
@ApplicationScoped
public class BackupReader {

    private final Backups backups;
    private final Views<BackupBytes> bytes;

    BackupReader(Backups backups, ViewFactory views) {
        this.backups = backups;
        this.bytes = views.of(Select.of(BackupBytes.class, "backup"));
    }

    /** The key of an encrypted one is told to hosts alone, so that nobody could read what is given out. */
    private static void checkReadable(BackupView backup) {
        if (backup.encrypted()) {
            throw BackupProblems.isEncrypted();
        }
    }

    /** The bytes of one that is given out; fails with a problem where it is not to be seen, or not whole. */
    public Uni<BackupBytes> downloadable(Call call, UUID id) {
        return backups.get(call, id)
                .invoke(BackupReader::checkReadable)
                .chain(() -> bytes.find(call.caller().scope(), "id = $1 and status = 'AVAILABLE'", id))
                .map(found -> found.orElseThrow(BackupProblems::notAvailable));
    }
}
