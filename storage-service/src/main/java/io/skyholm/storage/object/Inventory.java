package io.skyholm.storage.object;

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

/** Writes down what the store has, so that books can compare it, and removes what belongs to nobody and has long done so. */
@ApplicationScoped
class Inventory {

    private static final Logger LOG = Logger.getLogger(Inventory.class);
    private static final String ALONE = "select pg_try_advisory_xact_lock(hashtext('object_inventory'))";
    private static final String FORGET = "delete from observed_object where id <> all($1)";
    private static final String NOTE = """
            insert into observed_object as known (id, size_bytes, sealed, observed_at)
            select * from unnest($1::uuid[], $2::bigint[], $3::boolean[], array_fill(calendar_now(), array[cardinality($1)]))
            on conflict (id) do update set size_bytes = excluded.size_bytes, sealed = excluded.sealed,
                observed_at = excluded.observed_at""";
    private static final String OWNED = "select id from stored_object where id = any($1)";

    private final StoreAccess store;
    private final TenantTransaction transactions;
    private final Duration orphanAge;

    Inventory(StoreAccess store, TenantTransaction transactions, StorageSettings settings) {
        this.store = store;
        this.transactions = transactions;
        this.orphanAge = settings.orphanAge();
    }

    /** Looks once, unless another replica is at it. */
    Uni<Void> take() {
        return transactions.change(Cause.platform(), work -> work.value(Boolean.class, ALONE)
                .chain(alone -> alone.orElse(false)
                        ? store.work(ObjectStore::inventory).chain(kept -> note(work, kept))
                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> note(Work work, List<KeptObject> kept) {
        UUID[] ids = kept.stream().map(KeptObject::id).toArray(UUID[]::new);
        Long[] sizes = kept.stream().map(KeptObject::sizeBytes).toArray(Long[]::new);
        Boolean[] sealed = kept.stream().map(KeptObject::sealed).toArray(Boolean[]::new);
        return work.execute(FORGET, (Object) ids)
                .chain(() -> work.execute(NOTE, ids, sizes, sealed))
                .chain(() -> work.values(UUID.class, OWNED, (Object) ids))
                .chain(owned -> sweep(kept, Set.copyOf(owned)));
    }

    /** An upload that has just begun may have bytes before its row is seen here; what is old enough has none. */
    private Uni<Void> sweep(List<KeptObject> kept, Set<UUID> owned) {
        Instant old = RealTime.now().minus(orphanAge);
        Set<UUID> orphans = kept.stream()
                .filter(object ->
                        !owned.contains(object.id()) && object.changedAt().isBefore(old))
                .map(KeptObject::id)
                .collect(Collectors.toSet());
        if (orphans.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        LOG.warnf("Nobody's bytes are removed: %s", orphans);
        return store.run(it -> {
            for (UUID orphan : orphans) {
                it.remove(orphan);
            }
        });
    }
}
