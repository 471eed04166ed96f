package io.skyholm.storage.exchange;

import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.time.RealTime;
import io.skyholm.storage.object.ObjectStorage;
import io.skyholm.storage.object.ObjectStorageWorker;
import io.skyholm.storage.object.ObjectTransfer;
import io.skyholm.storage.object.StoredPart;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How bytes of objects come from hosts to the store, and from there to hosts, which know a folder and no bucket. With a folder the two are one.
 * With a bucket, what a host has left in the folder is copied to the bucket, and what one is to read lies in the folder before the host is told.
 * Each call works for a while and may be repeated.
 */
@ApplicationScoped
public class HostExchange {

    /** When to go on with what a call has not ended. */
    public static final Next GO_ON = Next.in(Duration.ofMillis(200));

    private static final Duration SLICE = Duration.ofSeconds(5);

    private final ObjectStorageWorker storage;
    private final Transfers transfers;

    HostExchange(ObjectStorageWorker storage, Transfers transfers) {
        this.storage = storage;
        this.transfers = transfers;
    }

    /** Whether hosts read what is in the store where it is. */
    public boolean isDirect() {
        return storage.isReachedByHosts();
    }

    /** Takes what a host has left of an object to the store; says whether it is sealed there. */
    public Uni<Boolean> take(UUID object, @Nullable UUID tenant, StoredPart left) {
        if (isDirect()) {
            return storage.run(object, store -> store.seal(object, List.of(left)))
                    .replaceWith(true);
        }
        return copied(object, tenant, left.sizeBytes(), (transfer, store, hosts) -> {
            if (!ObjectTransfer.isSealed(store, object)) {
                hosts.seal(object, List.of(left));
            }
            return transfer.goOn(hosts, store, SLICE);
        });
    }

    /** Lays an object where hosts read; says whether all of it is there. */
    public Uni<Boolean> offer(UUID object, @Nullable UUID tenant, long sizeBytes) {
        return isDirect()
                ? Uni.createFrom().item(true)
                : copied(object, tenant, sizeBytes, (transfer, store, hosts) -> transfer.goOn(store, hosts, SLICE));
    }

    /** Removes what lies of an object where hosts read and write, unless that is where it is kept. */
    public Uni<Void> clear(UUID object) {
        return isDirect()
                ? Uni.createFrom().voidItem()
                : storage.between(object, (store, hosts) -> {
                            if (store != hosts) {
                                hosts.remove(object);
                            }
                            return true;
                        })
                        .replaceWithVoid();
    }

    /** Goes on with a copy. */
    @FunctionalInterface
    private interface Step {

        boolean goOn(ObjectTransfer transfer, ObjectStorage store, ObjectStorage hosts) throws IOException;
    }

    private Uni<Boolean> copied(UUID object, @Nullable UUID tenant, long sizeBytes, Step step) {
        Optional<ObjectTransfer> begun = transfers.of(object, tenant, sizeBytes, RealTime.now());
        return begun.map(transfer -> storage.between(object, (store, hosts) -> step.goOn(transfer, store, hosts))
                        .invoke(isDone -> endIf(isDone, object))
                        .onFailure()
                        .invoke(failure -> transfers.end(object)))
                .orElseGet(() -> Uni.createFrom().item(false));
    }

    private void endIf(boolean isDone, UUID object) {
        if (isDone) {
            transfers.end(object);
        }
    }
}
