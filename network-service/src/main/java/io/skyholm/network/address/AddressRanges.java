package io.skyholm.network.address;

import io.skyholm.events.EventJson;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.ColumnReaders;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Keeps ranges from being given: one row stands for all of them, however many they are. */
@Singleton
class AddressRanges {

    private static final String KEEP = "select keep_range($1, $2, $3, $4, $5)";
    private static final String INSERT = """
            insert into ip_address (id, generation, tenant_id, subnet_id, family, ip_address, status, kind, is_public,
                allocated_at, allocated_by, lease_expires_at, is_range_start, range_size, tags, created_at, updated_at,
                created_by, updated_by)
            values ($1, 1, $2, $3, $4, $5, 'RESERVED', 'RESERVATION', $6, calendar_now(), $7, $8, true,
                $9, $10, calendar_now(), calendar_now(), $7, $7)""";

    private final AddressStore store;
    private final ReconcileQueue queue;

    AddressRanges(AddressStore store, ReconcileQueue queue) {
        this.store = store;
        this.queue = queue;
    }

    Uni<Address> keep(Work work, Claim claim, RequestedAddress wanted) {
        UUID id = Ids.next();
        String start = Objects.requireNonNull(wanted.address(), "a range has a beginning");
        long first = wanted.block().place(start);
        return work.value(
                        Boolean.class, KEEP, id, claim.subnet().id(), claim.family(), first, first + wanted.size() - 1)
                .invoke(kept -> {
                    if (!kept.orElse(false)) {
                        throw AddressProblems.rangeTaken();
                    }
                })
                .chain(() -> insert(work, id, claim, wanted))
                .chain(() -> work.lock(Address.class, id))
                .map(Optional::orElseThrow)
                .invoke(address -> {
                    store.publish(work, address);
                    queue.wake(work, AddressReconciler.KIND, id);
                });
    }

    private static Uni<Integer> insert(Work work, UUID id, Claim claim, RequestedAddress wanted) {
        return work.execute(
                INSERT,
                id,
                claim.tenantId(),
                claim.subnet().id(),
                claim.family(),
                wanted.address(),
                claim.subnet().isPublic(),
                claim.holder().by(),
                ColumnReaders.parameter(claim.until()),
                wanted.size(),
                EventJson.write(claim.tags()));
    }
}
