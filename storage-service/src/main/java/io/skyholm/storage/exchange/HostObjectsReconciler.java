package io.skyholm.storage.exchange;

import io.quarkus.arc.All;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.runtime.time.RealTime;
import io.skyholm.storage.StorageSettings;
import io.skyholm.storage.object.ObjectStorageWorker;
import io.skyholm.storage.object.StoredObject;
import io.skyholm.storage.object.StoredPage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Removes from where hosts read and write what none of them needs any more, when it is old: until then it serves the next disk of the same image. */
@ApplicationScoped
class HostObjectsReconciler implements Reconciler {

    private static final Logger LOG = Logger.getLogger(HostObjectsReconciler.class);
    private static final int PORTION = 500;

    /** What a store has that is the same folder is nobody's copy. */
    private static final String KEPT =
            " union select id from stored_object where id = any($1) and file_server_id = any($2)";

    private static final String OWNED = "select id, file_server_id from stored_object where id = any($1)";

    private final ObjectStorageWorker storage;
    private final TenantTransaction transactions;
    private final Duration age;
    private final Duration pause;
    private final String used;

    /** Behind which it goes on; anew after a crash. */
    private volatile @Nullable UUID after;

    HostObjectsReconciler(
            ObjectStorageWorker storage,
            TenantTransaction transactions,
            StorageSettings settings,
            @All List<HostObjectUse> uses) {
        this.storage = storage;
        this.transactions = transactions;
        this.age = settings.orphanAge();
        this.pause = settings.inventoryInterval();
        this.used = uses.stream().map(HostObjectUse::select).collect(Collectors.joining(" union ", "", KEPT));
    }

    @Override
    public String kind() {
        return "host-objects";
    }

    /** One row, which goes round what there is. */
    @Override
    public String unrested() {
        return "select id from object_inventory";
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        if (storage.isReachedByHosts()) {
            return Uni.createFrom().item(Next.in(Next.LONGEST));
        }
        return storage.atHosts(hosts -> hosts.list(after, PORTION)).chain(found -> remove(found, cause));
    }

    private Uni<Next> remove(StoredPage page, Cause cause) {
        List<StoredObject> found = page.objects();
        UUID[] ids = found.stream().map(StoredObject::id).toArray(UUID[]::new);
        after = page.hasMore() ? page.last() : null;
        return transactions
                .change(cause, work -> work.values(UUID.class, used, ids, storage.idsAtHosts())
                        .map(needed -> unneeded(
                                found, Set.copyOf(needed), RealTime.now().minus(age)))
                        .chain(unneeded -> owned(work, unneeded)))
                .chain(storage::removeFromHosts)
                .invoke(HostObjectsReconciler::warn)
                .replaceWith(page.hasMore() ? Next.NOW : Next.in(pause));
    }

    private static Uni<Map<UUID, Optional<String>>> owned(Work work, Set<UUID> unneeded) {
        return work.list(Owned.class, OWNED, (Object) unneeded.toArray(UUID[]::new))
                .map(rows -> {
                    Map<UUID, Optional<String>> stores = new HashMap<>();
                    unneeded.forEach(object -> stores.put(object, Optional.empty()));
                    rows.forEach(row -> stores.put(row.id(), Optional.of(row.fileServerId())));
                    return stores;
                });
    }

    /** An object, and the store that is to have it. */
    private record Owned(UUID id, String fileServerId) {}

    private static void warn(List<UUID> kept) {
        if (!kept.isEmpty()) {
            LOG.warnf(
                    "%d objects, such as %s, lie where hosts read, and not in the store that is to have them: is it configured by its name?",
                    kept.size(), kept.getFirst());
        }
    }

    /** What came a moment ago may be for something that is not seen here yet. */
    static Set<UUID> unneeded(List<StoredObject> found, Set<UUID> needed, Instant old) {
        Set<UUID> unneeded = new HashSet<>();
        for (StoredObject object : found) {
            if (!needed.contains(object.id()) && object.changedAt().isBefore(old)) {
                unneeded.add(object.id());
            }
        }
        return unneeded;
    }
}
