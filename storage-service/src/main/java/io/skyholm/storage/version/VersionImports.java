package io.skyholm.storage.version;

import io.quarkus.runtime.Startup;
import io.skyholm.events.storage.ImageVersionEvents;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.page.ViewFactory;
import io.skyholm.runtime.page.Views;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.runtime.time.CalendarClock;
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
    private final CalendarClock clock;
    private final ImportRights rights;
    private final VersionFollower follower;
    private final Views<ImportSource> sources;

    VersionImports(
            VersionLifecycle lifecycle,
            VersionStore store,
            VersionFollower follower,
            ImportRights rights,
            CalendarClock clock,
            StoredObjects objects,
            ReconcileQueue queue,
            StorageSettings settings,
            ViewFactory views) {
        this.lifecycle = lifecycle;
        this.store = store;
        this.objects = objects;
        this.queue = queue;
        this.settings = settings;
        this.follower = follower;
        this.rights = rights;
        this.clock = clock;
        this.sources = views.of(Select.of(ImportSource.class, "image_version")
                .with("imageStatus", "(select status from image where image.id = image_id)")
                .with("tenantStatus", "(select status from known_tenant where known_tenant.id = tenant_id)"));
    }

    /** Has the bytes of a new one fetched from there. */
    void begin(Call call, Work work, ImageVersion version, SourceUrl source) {
        UUID key = call.caller().credential().apiKey();
        version.importFrom(source, work.now().plus(settings.importTimeout()), key);
        queue.wake(work, KIND, version.id);
    }

    /** What is to be fetched, if it still is. */
    public Uni<Optional<ImportSource>> find(UUID id) {
        return sources.find(TenantScope.PLATFORM, "id = $1 and status = 'PENDING' and import_until is not null", id);
    }

    /**
     * Why it is fetched no more; empty if it is. What was allowed when it began is asked again as long as it lasts, as with whoever sends
     * bytes themselves.
     */
    public Uni<Optional<String>> refusal(ImportSource source) {
        Optional<String> ended = source.refusal(clock.instant());
        return ended.isPresent() || source.createdBy() == null
                ? Uni.createFrom().item(ended)
                : rights.refusal(source, source.createdBy());
    }

    /** Fails if it is fetched no more. */
    public Uni<Void> checkAllowed(UUID id) {
        return find(id).map(found -> found.orElseThrow(VersionProblems::importEnded))
                .chain(this::refusal)
                .invoke(refusal -> refusal.ifPresent(reason -> {
                    throw VersionProblems.importRefused(reason);
                }))
                .replaceWithVoid();
    }

    /** One whose bytes are being fetched, which stays as it is until the transaction ends; fails if they are no more. */
    public Uni<VersionView> locked(Work work, UUID id) {
        return store.locked(work, id)
                .map(found -> found.filter(ImageVersion::isImporting).orElseThrow(VersionProblems::importEnded))
                .map(store.all()::view);
    }

    /** The source has nothing that could be taken, or it is taken no more; the upload of what has come ends with it. */
    public Uni<Void> failed(Work work, UUID id, String reason) {
        return store.locked(work, id).chain(found -> found.filter(ImageVersion::isImporting)
                .map(version -> fail(work, version, reason))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> fail(Work work, ImageVersion version, String reason) {
        follower.takesNoBytes(work, version.id);
        return lifecycle.fail(work, version, reason);
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
