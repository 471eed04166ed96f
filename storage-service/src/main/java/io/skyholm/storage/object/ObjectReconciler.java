package io.skyholm.storage.object;

import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Removes bytes that nobody needs any more; the row goes when they are gone, and with it what they counted. */
@ApplicationScoped
class ObjectReconciler implements Reconciler {

    static final String KIND = "stored-object";

    private static final String REMOVING = "select 1 from stored_object where id = $1 and status = 'REMOVING'";
    private static final String GONE = "delete from stored_object where id = $1 and status = 'REMOVING'";
    private static final String UNSEEN = "delete from observed_object where id = $1";

    private final ObjectStorageWorker storage;
    private final TenantTransaction transactions;

    ObjectReconciler(ObjectStorageWorker storage, TenantTransaction transactions) {
        this.storage = storage;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String unrested() {
        return "select id from stored_object where status = 'REMOVING'";
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return transactions
                .change(cause, work -> work.exists(REMOVING, id))
                .chain(removing ->
                        removing ? remove(id, cause) : Uni.createFrom().item(Next.DONE));
    }

    /** What a host has left that the store did not take goes with it. */
    private Uni<Next> remove(UUID id, Cause cause) {
        return storage.between(id, (store, hosts) -> {
                    hosts.remove(id);
                    store.remove(id);
                    return id;
                })
                .chain(() -> transactions.change(
                        cause, work -> work.execute(UNSEEN, id).chain(() -> work.execute(GONE, id))))
                .replaceWith(Next.DONE);
    }
}
