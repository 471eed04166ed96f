package io.skyholm.storage.backup;

import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.storage.BackupEvents;
import io.skyholm.runtime.quota.RowQuotas;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.backup.BackupBases.Base;
import io.skyholm.storage.encryption.SealedKeys;
import io.skyholm.storage.encryption.SealedKeys.Place;
import io.skyholm.storage.object.StoredObjects;
import io.skyholm.storage.snapshot.ReadSnapshots.ReadableSnapshot;
import io.skyholm.storage.wallet.Wallets;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one way to a new backup, whether somebody asks for it or a schedule does. */
@Singleton
class NewBackups {

    private static final String OWNER = "select user_id from disk where id = $1";

    /** Whoever holds it holds its snapshots, too. */
    private static final String HELD = "select 1 from disk where id = $1 and transfer_id is not null";

    private final BackupLifecycle life;
    private final StoredObjects objects;
    private final Wallets wallets;
    private final RowQuotas quotas;
    private final SealedKeys keys;
    private final BackupBases bases;

    NewBackups(
            BackupLifecycle life,
            StoredObjects objects,
            Wallets wallets,
            RowQuotas quotas,
            SealedKeys keys,
            BackupBases bases) {
        this.life = life;
        this.objects = objects;
        this.wallets = wallets;
        this.quotas = quotas;
        this.keys = keys;
        this.bases = bases;
    }

    /**
     * The snapshot is held: whoever deletes it meanwhile finds that it is being read. Nobody knows how much will be stored before its host has left it, so
     * there has to be room for all of it.
     */
    Uni<BackupView> begin(Work work, ReadableSnapshot snapshot, CreateBackup command, @Nullable UUID schedule) {
        return work.none(BackupProblems::diskIsBeingTransferred, HELD, snapshot.diskId())
                .chain(() -> wallets.require(work, snapshot.tenantId()))
                .chain(() ->
                        command.wantsAll() ? Uni.createFrom().item(Optional.<Base>empty()) : bases.of(work, snapshot))
                .chain(base -> begin(work, snapshot, command, schedule, base));
    }

    private Uni<BackupView> begin(
            Work work, ReadableSnapshot snapshot, CreateBackup command, @Nullable UUID schedule, Optional<Base> base) {
        return quotas.claim(work, snapshot.tenantId(), CountedKind.BACKUP_GB, snapshot.sizeGb())
                .chain(() -> work.value(UUID.class, OWNER, snapshot.diskId()))
                .map(owner -> new Backup(
                        snapshot,
                        owner.orElse(null),
                        command,
                        life.all().created(work.cause().user())))
                .invoke(backup -> backup.scheduleId = schedule)
                .invoke(backup -> base.ifPresent(backup::standOn))
                .invoke(backup -> keep(snapshot, backup))
                .call(backup -> objects.announceBackup(work, backup.objectId, backup.tenantId, backup.sizeBytes()))
                .invoke(backup -> life.expect(work, backup))
                .chain(backup -> life.all().insert(work, BackupEvents.CREATED, backup));
    }

    /** Its bytes are encrypted as those of the snapshot are, and it outlives that. */
    private void keep(ReadableSnapshot snapshot, Backup backup) {
        if (snapshot.keysSealed() != null) {
            backup.keysSealed = keys.current(
                    snapshot.keysSealed(),
                    snapshot.place(),
                    new Place(SealedKeys.OF_BACKUP, backup.tenantId, backup.id));
        }
    }
}
