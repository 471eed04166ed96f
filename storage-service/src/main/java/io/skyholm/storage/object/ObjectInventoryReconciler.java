package io.skyholm.storage.object;

import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.runtime.time.RealTime;
import io.skyholm.storage.StorageSettings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what the storage has, so that books can compare it, and removes what belongs to nobody and has long done so. It goes round
 * the storage in portions: none is so large that the storage is asked for long, or a transaction waits for its answer.
 */
@ApplicationScoped
class ObjectInventoryReconciler implements Reconciler {

    static final int PORTION = 500;

    private static final Logger LOG = Logger.getLogger(ObjectInventoryReconciler.class);
    private static final String BEGIN = """
            update object_inventory set began_at = coalesce(began_at, calendar_now()) where id = $1 returning last_seen_id""";
    private static final String FORGET = """
            delete from observed_object where ($2::uuid is null or id > $2) and ($3::uuid is null or id <= $3) and id <> all($1)""";
    private static final String NOTE = """
            insert into observed_object as known (id, size_bytes, sealed, observed_at)
            select * from unnest($1::uuid[], $2::bigint[], $3::boolean[], array_fill(calendar_now(), array[cardinality($1)]))
            on conflict (id) do update set size_bytes = excluded.size_bytes, sealed = excluded.sealed,
                observed_at = excluded.observed_at""";
    private static final String GO_ON = "update object_inventory set last_seen_id = $2 where id = $1";
    private static final String COMPLETE = """
            update object_inventory set last_seen_id = null, began_at = null, completed_began_at = began_at where id = $1""";
    private static final String OWNED = "select id from stored_object where id = any($1)";

    private final ObjectStorageWorker storage;
    private final TenantTransaction transactions;
    private final Duration orphanAge;
    private final Duration pause;

    ObjectInventoryReconciler(ObjectStorageWorker storage, TenantTransaction transactions, StorageSettings settings) {
        this.storage = storage;
        this.transactions = transactions;
        this.orphanAge = settings.orphanAge();
        this.pause = settings.inventoryInterval();
    }

    @Override
    public String kind() {
        return "object-inventory";
    }

    @Override
    public String unrested() {
        return "select id from object_inventory";
    }

    /** What changes while the storage is asked may or may not be seen: the round began before it. */
    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return transactions
                .change(cause, work -> work.value(UUID.class, BEGIN, id)
                        .map(after -> new Portion(id, after.orElse(null))))
                .chain(portion -> storage.list(portion.after, PORTION).chain(kept -> noted(portion, cause, kept)));
    }

    private Uni<Next> noted(Portion portion, Cause cause, StoredPage kept) {
        return transactions
                .change(cause, work -> note(work, portion, kept))
                .chain(owned -> sweep(kept.objects(), owned))
                .replaceWith(kept.hasMore() ? Next.NOW : Next.in(pause));
    }

    private static Uni<Set<UUID>> note(Work work, Portion portion, StoredPage page) {
        List<StoredObject> kept = page.objects();
        UUID[] ids = kept.stream().map(StoredObject::id).toArray(UUID[]::new);
        Long[] sizes = kept.stream().map(StoredObject::sizeBytes).toArray(Long[]::new);
        Boolean[] sealed = kept.stream().map(StoredObject::sealed).toArray(Boolean[]::new);
        UUID last = page.hasMore() ? page.last() : null;
        return work.execute(FORGET, ids, portion.after, last)
                .chain(() -> work.execute(NOTE, ids, sizes, sealed))
                .chain(() -> last == null ? work.execute(COMPLETE, portion.id) : work.execute(GO_ON, portion.id, last))
                .chain(() -> work.values(UUID.class, OWNED, (Object) ids))
                .map(Set::copyOf);
    }

    /** An upload that has just begun may have bytes before its row is seen here; what is old enough has none. */
    private Uni<Void> sweep(List<StoredObject> kept, Set<UUID> owned) {
        Instant old = RealTime.now().minus(orphanAge);
        Set<UUID> orphans = kept.stream()
                .filter(object ->
                        !owned.contains(object.id()) && object.changedAt().isBefore(old))
                .map(StoredObject::id)
                .collect(Collectors.toSet());
        if (orphans.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        LOG.warnf("Nobody's bytes are removed: %s", orphans);
        return storage.removeEverywhere(orphans);
    }

    /** Which part of the storage is looked at. */
    private record Portion(UUID id, @Nullable UUID after) {}
}
