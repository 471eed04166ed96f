package io.skyholm.storage.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.storage.StoragePoolStatus;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.testing.fixtures.Constraints;
import io.skyholm.runtime.testing.fixtures.Refused;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a storage pool is at first, and how it is narrowed and retired. */
class StoragePoolTest {

    private final StoragePool pool = created("");

    @Test
    void newPoolTakesDisksUnlessItSaysOtherwise() {
        assertThat(pool.status).isEqualTo(StoragePoolStatus.ACTIVE);
        assertThat(pool.allocatedGb).isZero();
        assertThat(created(", \"status\": \"INACTIVE\"").status).isEqualTo(StoragePoolStatus.INACTIVE);
        Refused.forField("status", () -> created(", \"status\": \"DELETED\""));
    }

    @Test
    void itHasNeverLessRoomThanItsDisksTake() {
        pool.allocatedGb = 40;
        Refused.by("POOL_HOLDS_MORE", () -> change("{\"capacityGb\": 39}"));
        assertThat(pool.capacityGb).isEqualTo(100);
        change("{\"capacityGb\": 40}");
        assertThat(pool.capacityGb).isEqualTo(40);
        change("{\"capacityGb\": 200}");
        assertThat(pool.capacityGb).isEqualTo(200);
    }

    @Test
    void itGoesWhenItIsEmptyAndNotBefore() {
        pool.allocatedGb = 1;
        Refused.by("POOL_NOT_EMPTY", pool::delete);
        assertThat(pool.status).isEqualTo(StoragePoolStatus.ACTIVE);
        pool.allocatedGb = 0;
        pool.delete();
        assertThat(pool.status).isEqualTo(StoragePoolStatus.DELETED);
    }

    @Test
    void whatAChangeLeavesOutStaysAndNullClears() {
        StoragePool described = created(", \"description\": \"Second rack\"");
        RequestBody.read("{\"name\": \"east\"}", ChangeStoragePool.class).applyTo(described);
        assertThat(described.name).isEqualTo("east");
        assertThat(described.description).isEqualTo("Second rack");
        assertThat(described.capacityGb).isEqualTo(100);
        RequestBody.read("{\"description\": null}", ChangeStoragePool.class).applyTo(described);
        assertThat(described.description).isNull();
    }

    @Test
    void itIsClosedByAChangeAndDeletedByDeleteAlone() {
        change("{\"status\": \"INACTIVE\"}");
        assertThat(pool.status).isEqualTo(StoragePoolStatus.INACTIVE);
        Refused.forField("status", () -> change("{\"status\": \"DELETED\"}"));
    }

    @Test
    void aMachineANameATypeAndACapacityAreNeeded() {
        assertThat(Constraints.brokenBy(RequestBody.read("{}", CreateStoragePool.class)))
                .containsExactlyInAnyOrder("computeMachineId", "name", "diskType", "capacityGb");
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "1000000000, true", "1000000001, false"})
    void capacitiesAreThoseThatThereAre(long capacityGb, boolean allowed) {
        assertThat(Constraints.brokenBy(
                                RequestBody.read("{\"capacityGb\": " + capacityGb + "}", ChangeStoragePool.class))
                        .isEmpty())
                .isEqualTo(allowed);
    }

    private void change(String body) {
        RequestBody.read(body, ChangeStoragePool.class).applyTo(pool);
    }

    private static StoragePool created(String more) {
        return new StoragePool(
                UUID.randomUUID(),
                RequestBody.read(
                        "{\"computeMachineId\": \"%s\", \"name\": \"west\", \"diskType\": \"SSD\", \"capacityGb\": 100%s}"
                                .formatted(UUID.randomUUID(), more),
                        CreateStoragePool.class),
                Revision.first(null, Instant.EPOCH));
    }
}
