package io.skyholm.storage.version;

import io.skyholm.events.storage.ImageVersionEvents;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.object.StoredObjects;
import io.skyholm.storage.object.StoredPart;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Versions whose bytes a host copies from a snapshot, for the room that has it do so. */
@Singleton
public class CopiedVersions {

    private final VersionStore store;
    private final VersionLifecycle lifecycle;
    private final StoredObjects objects;

    CopiedVersions(VersionStore store, VersionLifecycle lifecycle, StoredObjects objects) {
        this.store = store;
        this.lifecycle = lifecycle;
        this.objects = objects;
    }

    /**
     * All bytes are where the store takes them from, and nobody writes them any more: they are verified, by the sum that their host has told,
     * too.
     */
    public Uni<Void> copied(Work work, UUID id, UUID object, StoredPart bytes, @Nullable String sha256) {
        return objects.addPart(work, object, 0, bytes)
                .chain(() -> store.ofBytes(work, id, object, (live, version) -> {
                    version.copied(sha256);
                    return live.update(version);
                }))
                .chain(() -> lifecycle.received(work, id, object));
    }

    /** Its host has not copied them yet; only who asks is told. */
    public Uni<Void> explain(Work work, UUID id, UUID object, String reason) {
        return ofCopy(work, id, object, (live, version) -> {
            version.explain(reason);
            return store.save(live, ImageVersionEvents.CHANGED, version).replaceWithVoid();
        });
    }

    /** They will not come; whoever has them copied removes what has come of them, once no host writes them. */
    public Uni<Void> failed(Work work, UUID id, UUID object, String reason) {
        return ofCopy(work, id, object, (live, version) -> {
            version.failed(reason);
            return store.save(live, ImageVersionEvents.FAILED, version).replaceWithVoid();
        });
    }

    private Uni<Void> ofCopy(Work work, UUID id, UUID object, BiFunction<Work, ImageVersion, Uni<Void>> change) {
        return store.ofBytes(
                work,
                id,
                object,
                (live, version) -> version.isCopying()
                        ? change.apply(live, version)
                        : Uni.createFrom().voidItem());
    }
}
