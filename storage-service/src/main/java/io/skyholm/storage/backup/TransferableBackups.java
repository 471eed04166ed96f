package io.skyholm.storage.backup;

import io.skyholm.events.storage.BackupEvents;
import io.skyholm.events.storage.BackupStatus;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.HeldRows;
import io.skyholm.storage.Owner;
import io.skyholm.storage.encryption.SealedKeys;
import io.skyholm.storage.encryption.SealedKeys.Place;
import io.skyholm.storage.object.StoredObjects;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Backups as who gives their disk to another tenant has to know them. */
@Singleton
public class TransferableBackups {

    private static final String OF_DISK =
            "select id from backup where disk_id = $1 and deleted_at is null order by id limit $2";

    private final BackupLifecycle life;
    private final StoredObjects objects;
    private final SealedKeys keys;

    TransferableBackups(BackupLifecycle life, StoredObjects objects, SealedKeys keys) {
        this.life = life;
        this.objects = objects;
        this.keys = keys;
    }

    /**
     * Those of a disk, if all of them are with the store alone and no disk is being made of them; they stay so until the transaction ends. What one stands on
     * is of the same disk, and goes along.
     */
    public Uni<HeldRows> held(Work work, UUID disk, int most) {
        return locked(work, disk, most).chain(found -> Sequentially.of(found, backup -> check(work, backup))
                .replaceWith(() -> HeldRows.of(found, backup -> backup.storedGb)));
    }

    private static Uni<Void> check(Work work, Backup backup) {
        boolean isKept = backup.status == BackupStatus.AVAILABLE || backup.keptForOthers;
        if (!isKept || !backup.isReleased) {
            throw BackupProblems.notAtRest(backup.name);
        }
        return work.none(BackupProblems::inUse, Backups.RESTORING, backup.id);
    }

    /** They are theirs from now on, with their bytes. */
    public Uni<Void> give(Work work, UUID disk, Owner to, int most) {
        return locked(work, disk, most)
                .chain(found -> Sequentially.of(found, backup -> give(work, backup, to)))
                .replaceWithVoid();
    }

    private Uni<BackupView> give(Work work, Backup backup, Owner to) {
        objects.give(work, backup.objectId, to.tenantId());
        return life.all().transfer(work, BackupEvents.TRANSFERRED, backup, given -> {
            giveKeys(given, to.tenantId());
            given.give(to);
        });
    }

    private void giveKeys(Backup backup, UUID tenant) {
        if (backup.keysSealed != null) {
            backup.keysSealed = keys.current(
                    backup.keysSealed,
                    new Place(SealedKeys.OF_BACKUP, backup.tenantId, backup.id),
                    new Place(SealedKeys.OF_BACKUP, tenant, backup.id));
        }
    }

    private Uni<List<Backup>> locked(Work work, UUID disk, int most) {
        return work.values(UUID.class, OF_DISK, disk, most)
                .chain(ids -> Sequentially.of(ids, id -> life.all().locked(work, id)))
                .map(found -> found.stream().flatMap(Optional::stream).toList());
    }
}
