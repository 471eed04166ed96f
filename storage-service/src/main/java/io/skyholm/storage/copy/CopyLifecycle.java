package io.skyholm.storage.copy;

import io.skyholm.events.host.DesiredExport;
import io.skyholm.events.host.ThingKey;
import io.skyholm.hosts.HostDesiredStates;
import io.skyholm.hosts.HostState;
import io.skyholm.hosts.KnownMachines;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.Gib;
import io.skyholm.storage.StorageSettings;
import io.skyholm.storage.host.HostedSteps;
import io.skyholm.storage.object.StoredObjects;
import io.skyholm.storage.version.CopiedVersions;
import io.skyholm.storage.version.VersionLifecycle;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** The way of a snapshot's bytes from its host to the version that is made of them, or to nothing. */
@Singleton
class CopyLifecycle implements HostedSteps<VersionCopy> {

    /** Under which copies are woken. */
    static final String KIND = "version-copy";

    private final CopiedVersions copied;
    private final VersionLifecycle versions;
    private final HostDesiredStates hosts;
    private final StoredObjects objects;
    private final ReconcileQueue queue;
    private final StorageSettings settings;

    CopyLifecycle(
            CopiedVersions copied,
            VersionLifecycle versions,
            HostDesiredStates hosts,
            StoredObjects objects,
            ReconcileQueue queue,
            StorageSettings settings) {
        this.copied = copied;
        this.versions = versions;
        this.hosts = hosts;
        this.objects = objects;
        this.queue = queue;
        this.settings = settings;
    }

    /** One that has not ended, with its version, which is held first: whoever changes that changes this after it. */
    Uni<Optional<VersionCopy>> locked(Work work, UUID id) {
        return versions.lock(work, id)
                .chain(() -> work.lock(VersionCopy.class, id))
                .map(found -> found.filter(copy -> !copy.revision.isDeleted()));
    }

    Uni<HostState> hostState(Work work, VersionCopy copy) {
        return KnownMachines.state(work, copy.onHost.host());
    }

    Uni<Void> begin(Work work, VersionCopy copy) {
        expect(work, copy);
        return work.insert(copy);
    }

    /** What it is to be has changed: its host will be told, and has so long for it. */
    private void expect(Work work, VersionCopy copy) {
        Duration copying =
                copy.isLeaving() ? Duration.ZERO : settings.copyTimeoutPerGb().multipliedBy(Gib.of(copy.sizeBytes));
        copy.progress.waitUntil(work.now().plus(settings.diskTimeout()).plus(copying));
        queue.wake(work, KIND, copy.id);
    }

    /** Its host is told what it is to do. Only the platform tells hosts. */
    @Override
    public Uni<Void> tell(Work work, VersionCopy copy) {
        hosts.tell(work, copy.host(), copy.tell());
        return work.update(copy);
    }

    /** Its host has left the bytes with the store, and is to forget them. */
    @Override
    public Uni<Void> ready(Work work, VersionCopy copy) {
        copy.copied();
        expect(work, copy);
        return save(work, copy);
    }

    /** Its host writes nothing any more: the bytes are verified, or removed. */
    @Override
    public Uni<Void> finish(Work work, VersionCopy copy, HostState host) {
        hosts.release(work, new ThingKey(DesiredExport.KIND, copy.id), copy.onHost, host);
        copy.end();
        copy.revision.deleted(null, work.now());
        if (copy.isGivenUp) {
            objects.remove(work, copy.objectId);
            return work.update(copy);
        }
        return work.update(copy)
                .chain(() -> copied.copied(work, copy.id, copy.objectId, copy.bytes(), copy.exportedSha256));
    }

    /** Its host goes on trying until it has taken too long. */
    @Override
    public Uni<Void> fail(Work work, VersionCopy copy, String reason) {
        copy.explain(reason);
        return save(work, copy).chain(() -> copied.explain(work, copy.id, copy.objectId, reason));
    }

    @Override
    public Uni<Void> explain(Work work, VersionCopy copy, String reason) {
        copy.explain(reason);
        return save(work, copy);
    }

    /** Its version will not have these bytes. */
    Uni<Void> end(Work work, VersionCopy copy, String reason) {
        return copied.failed(work, copy.id, copy.objectId, reason).chain(() -> giveUp(work, copy));
    }

    /** Nobody needs the bytes any more. */
    Uni<Void> giveUp(Work work, VersionCopy copy) {
        copy.giveUp();
        expect(work, copy);
        return save(work, copy);
    }

    private static Uni<Void> save(Work work, VersionCopy copy) {
        copy.revision.changed(work.cause().user(), work.now());
        return work.update(copy);
    }
}
