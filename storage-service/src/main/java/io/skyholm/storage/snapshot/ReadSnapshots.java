package io.skyholm.storage.snapshot;

import io.quarkus.arc.All;
import io.skyholm.events.storage.DiskSnapshotStatus;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.encryption.SealedKeys;
import io.skyholm.storage.encryption.SealedKeys.Place;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Snapshots as whoever reads them has to know them. */
@Singleton
public class ReadSnapshots {

    /** A snapshot whose bytes can be read, on that host. */
    public record ReadableSnapshot(
            UUID id,
            UUID tenantId,
            UUID diskId,
            UUID computeMachineId,
            int sizeGb,
            DiskSnapshotStatus status,
            @Nullable String keysSealed) {

        /** Where its key is sealed. */
        public Place place() {
            return new Place(SealedKeys.OF_SNAPSHOT, tenantId, id);
        }
    }

    private static final String HELD = Select.of(ReadableSnapshot.class, "disk_snapshot")
                    .sql() + " where id = $1 and deleted_at is null for share";

    private final String reading;

    ReadSnapshots(@All List<SnapshotDependent> dependents) {
        this.reading = dependents.stream()
                .map(SnapshotDependent::select)
                .collect(Collectors.joining(" union all ", SnapshotLifecycle.READ + " union all ", ""));
    }

    /** One that the caller sees and that is AVAILABLE; it stays so until the transaction ends. */
    public Uni<ReadableSnapshot> held(Work work, UUID id) {
        return held(work, id, DiskSnapshotProblems::notFound);
    }

    /** The same, for those who say by themselves what is wrong where there is none. */
    public Uni<ReadableSnapshot> held(Work work, UUID id, Supplier<Problem> missing) {
        return work.find(ReadableSnapshot.class, HELD, id)
                .map(found -> found.orElseThrow(missing))
                .invoke(found -> {
                    if (found.status() != DiskSnapshotStatus.AVAILABLE) {
                        throw DiskSnapshotProblems.notAvailable(found.status());
                    }
                });
    }

    /** A select that answers with a row for each that reads the snapshot {@code $1}. */
    String reading() {
        return reading;
    }
}
