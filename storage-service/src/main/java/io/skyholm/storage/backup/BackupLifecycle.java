package io.skyholm.storage.backup;

import io.quarkus.runtime.Startup;
import io.skyholm.events.EventType;
import io.skyholm.events.host.DesiredExport;
import io.skyholm.events.host.ThingKey;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.storage.BackupEvents;
import io.skyholm.events.storage.BackupFact;
import io.skyholm.events.storage.BackupStatus;
import io.skyholm.hosts.HostDesiredStates;
import io.skyholm.hosts.HostState;
import io.skyholm.hosts.KnownMachines;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.StorageSettings;
import io.skyholm.storage.host.HostedSteps;
import io.skyholm.storage.object.StoredObjects;
import io.skyholm.storage.snapshot.ScheduledSnapshots;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;

/** The way of a backup from its announcement to the proof that it is gone, whoever asks for it. */
@Startup
@Singleton
class BackupLifecycle implements HostedSteps<Backup> {

    /** Under which backups are woken. */
    static final String KIND = "backup";

    private static final String STANDING = "select 1 from backup where base_backup_id = $1 and deleted_at is null";

    private final Aggregate<Backup, BackupView, BackupFact> backups;
    private final HostDesiredStates hosts;
    private final StoredObjects objects;
    private final ReconcileQueue queue;
    private final StorageSettings settings;

    BackupLifecycle(
            Aggregates aggregates,
            HostDesiredStates hosts,
            StoredObjects objects,
            ReconcileQueue queue,
            StorageSettings settings) {
        this.backups = aggregates
                .of("backup", Backup.class, BackupView.class, BackupEvents.TYPES)
                .counted(CountedKind.BACKUPS);
        this.hosts = hosts;
        this.objects = objects;
        this.queue = queue;
        this.settings = settings;
    }

    Aggregate<Backup, BackupView, BackupFact> all() {
        return backups;
    }

    Uni<HostState> hostState(Work work, Backup backup) {
        return KnownMachines.state(work, backup.onHost.host());
    }

    /** What it is to be has changed: its host will be told, and has so long for it. */
    void expect(Work work, Backup backup) {
        int copiedGb = backup.status == BackupStatus.CREATING ? backup.sizeGb : 0;
        Duration copying = settings.copyTimeoutPerGb().multipliedBy(copiedGb);
        backup.progress.waitUntil(work.now().plus(settings.diskTimeout()).plus(copying));
        queue.wake(work, KIND, backup.id);
    }

    /** Its host is told what it is to do. Only the platform tells hosts. */
    @Override
    public Uni<Void> tell(Work work, Backup backup) {
        hosts.tell(work, backup.host(), backup.tell());
        return work.update(backup);
    }

    /** Its host has left the bytes with the store, which has to take them yet. */
    @Override
    public Uni<Void> ready(Work work, Backup backup) {
        backup.exported();
        return work.update(backup);
    }

    /** The store has the bytes, and all that they make was read there: the export ends. */
    Uni<BackupView> stored(Work work, Backup backup, String sha256) {
        UUID base = backup.baseBackupId;
        objects.stored(work, backup.objectId, backup.storedBytes());
        backup.ready(sha256);
        expect(work, backup);
        if (base != null && backup.baseBackupId == null) {
            queue.wake(work, KIND, base);
        }
        if (backup.scheduleId != null) {
            queue.remind(work, ScheduledSnapshots.SCHEDULE, backup.scheduleId);
        }
        return save(work, BackupEvents.READY, backup);
    }

    /** Its host has nothing of it any more. Only now are bytes removed that nobody is to have. */
    @Override
    public Uni<Void> finish(Work work, Backup backup, HostState host) {
        hosts.release(work, new ThingKey(DesiredExport.KIND, backup.id), backup.onHost, host);
        backup.released();
        Uni<Void> released = work.update(backup);
        return backup.status == BackupStatus.DELETING ? released.chain(() -> letGo(work, backup)) : released;
    }

    /** What others stood on goes with the last of them; that it does is told, and while it does not nothing is written. */
    Uni<Void> letGo(Work work, Backup backup) {
        boolean wasKept = backup.keptForOthers;
        return removeUnlessKept(work, backup)
                .chain(isKept -> isKept == wasKept
                        ? Uni.createFrom().voidItem()
                        : save(work, BackupEvents.DELETING, backup).replaceWithVoid());
    }

    /** Whoever makes one that is to stand on it holds it meanwhile. One that is not seen by who deletes this one may stand on it, too. */
    private Uni<Boolean> removeUnlessKept(Work work, Backup backup) {
        return work.unlimited(() -> work.exists(STANDING, backup.id)).invoke(isKept -> {
            backup.keptForOthers = isKept;
            if (!isKept && backup.isReleased) {
                objects.remove(work, backup.objectId);
            }
        });
    }

    /** It is to go. */
    Uni<BackupView> remove(Work work, Backup backup) {
        backup.delete();
        expect(work, backup);
        return removeUnlessKept(work, backup).chain(() -> save(work, BackupEvents.DELETING, backup));
    }

    /** It is proven gone from its host and from the store. */
    Uni<BackupView> end(Work work, Backup backup) {
        backup.end();
        backup.revision.deleted(work.cause().user(), work.now());
        if (backup.baseBackupId != null) {
            queue.wake(work, KIND, backup.baseBackupId);
        }
        return backups.update(work, BackupEvents.DELETED, backup);
    }

    @Override
    public Uni<BackupView> fail(Work work, Backup backup, String reason) {
        backup.fail(reason);
        return save(work, BackupEvents.FAILED, backup);
    }

    /** One that can be used is none the worse for what its host has left of the export. */
    @Override
    public Uni<?> explain(Work work, Backup backup, String reason) {
        if (backup.status == BackupStatus.AVAILABLE) {
            backup.progress.waitNoLonger();
            return work.update(backup);
        }
        backup.explain(reason);
        return save(work, BackupEvents.DELETING, backup);
    }

    Uni<Boolean> hasBytes(Work work, Backup backup) {
        return objects.isThere(work, backup.objectId);
    }

    Uni<BackupView> save(Work work, EventType<BackupFact> type, Backup backup) {
        backup.revision.changed(work.cause().user(), work.now());
        return backups.update(work, type, backup);
    }
}
