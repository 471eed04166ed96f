package io.skyholm.storage.version;

import io.quarkus.runtime.Startup;
import io.skyholm.events.storage.ImageVersionEvents;
import io.skyholm.runtime.page.ViewFactory;
import io.skyholm.runtime.page.Views;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.StorageSettings;
import io.skyholm.storage.object.StoredObjects;
import io.skyholm.storage.source.SourceUrl;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Versions whose bytes are fetched from a URL, for the room that does so. */
@Startup
@ApplicationScoped
public class VersionImports {

    /** Under which the reconciler that fetches bytes is woken; its room stands above. */
    public static final String KIND = "image-import";

    /** How the refusal is called of a version whose bytes are not fetched any more. */
    public static final String ENDED = "IMPORT_ENDED";

    private final VersionLifecycle lifecycle;
    private final VersionStore store;
    private final StoredObjects objects;
    private final ReconcileQueue queue;
    private final StorageSettings settings;
    private final Views<ImportSource> sources;

    VersionImports(
            VersionLifecycle lifecycle,
            VersionStore store,
            StoredObjects objects,
            ReconcileQueue queue,
            StorageSettings settings,
            ViewFactory views) {
        this.lifecycle = lifecycle;
        this.store = store;
        this.objects = objects;
        this.queue = queue;
        this.settings = settings;
        this.sources = views.of(Select.of(ImportSource.class, "image_version"));
    }

    /** Has the bytes of a new one fetched from there. */
    void begin(Work work, ImageVersion version, SourceUrl source) {
        version.importFrom(source, work.now().plus(settings.importTimeout()));
        queue.wake(work, KIND, version.id);
    }

    /** What is to be fetched, if it still is. */
    public Uni<Optional<ImportSource>> find(UUID id) {
        return sources.find(TenantScope.PLATFORM, "id = $1 and status = 'PENDING' and import_until is not null", id);
    }

    /** One whose bytes are being fetched, which stays as it is until the transaction ends; fails if they are no more. */
    public Uni<VersionView> locked(Work work, UUID id) {
        return store.locked(work, id)
                .map(found -> found.filter(ImageVersion::isImporting).orElseThrow(VersionProblems::importEnded))
                .map(store.all()::view);
    }

    /** The source has nothing that could be taken. */
    public Uni<Void> failed(Work work, UUID id, String reason) {
        return store.locked(work, id).chain(found -> found.filter(ImageVersion::isImporting)
                .map(version -> lifecycle.fail(work, version, reason))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** What was fetched is not what the source has now, and goes; it is fetched anew. */
    public Uni<Void> restarted(Work work, UUID id, UUID object) {
        objects.remove(work, object);
        return store.ofBytes(work, id, object, (live, version) -> {
            version.restarted();
            return store.save(live, ImageVersionEvents.CHANGED, version).replaceWithVoid();
        });
    }
}
