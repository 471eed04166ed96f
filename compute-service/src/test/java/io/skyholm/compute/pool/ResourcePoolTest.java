package io.skyholm.compute.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.compute.PoolStatus;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.testing.fixtures.Refused;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a pool is at first, and what a change makes of it. */
class ResourcePoolTest {

    @Test
    void newPoolSpreadsAndPromisesNoMoreThanThereIs() {
        ResourcePool pool = created("");
        assertThat(pool.schedulingPolicy).isEqualTo(PolicyName.LOAD_BALANCE);
        assertThat(pool.status).isEqualTo(PoolStatus.ACTIVE);
        assertThat(pool.cpuOvercommit).isEqualByComparingTo(BigDecimal.ONE);
        assertThat(pool.memoryOvercommit).isEqualByComparingTo(BigDecimal.ONE);
        assertThat(pool.storageOvercommit).isEqualByComparingTo(BigDecimal.ONE);
    }

    @Test
    void newPoolIsWhatItSays() {
        ResourcePool pool =
                created(", \"schedulingPolicy\": \"bin_pack\", \"status\": \"MAINTENANCE\", \"cpuOvercommit\": 4");
        assertThat(pool.schedulingPolicy).isEqualTo(PolicyName.BIN_PACK);
        assertThat(pool.status).isEqualTo(PoolStatus.MAINTENANCE);
        assertThat(pool.cpuOvercommit).isEqualByComparingTo("4");
    }

    /** Or else the answer to a creation would differ from what is read afterwards. */
    @Test
    void ratiosHaveTheDecimalsThatTheDatabaseKeeps() {
        ResourcePool pool = created(", \"cpuOvercommit\": 1.5");
        assertThat(pool.cpuOvercommit).isEqualTo(new BigDecimal("1.50"));
        change(pool, "{\"memoryOvercommit\": 2}");
        assertThat(pool.memoryOvercommit).isEqualTo(new BigDecimal("2.00"));
    }

    @Test
    void newPoolCannotBeDeletedAlready() {
        Refused.forField("status", () -> created(", \"status\": \"DELETED\""));
    }

    @Test
    void statusCannotBeSetToDeleted() {
        Refused.forField("status", () -> change(created(""), "{\"status\": \"DELETED\"}"));
    }

    @Test
    void whatIsLeftOutStaysAndNullClears() {
        ResourcePool pool = created(", \"description\": \"For all\", \"cpuOvercommit\": 4");
        change(pool, "{\"name\": \"other\"}");
        assertThat(pool.name).isEqualTo("other");
        assertThat(pool.description).isEqualTo("For all");
        assertThat(pool.cpuOvercommit).isEqualByComparingTo("4");
        change(pool, "{\"description\": null}");
        assertThat(pool.description).isNull();
        assertThat(pool.name).isEqualTo("other");
    }

    @ParameterizedTest
    @CsvSource({
        "cpuOvercommit, 2, true",
        "memoryOvercommit, 2, true",
        "storageOvercommit, 2, true",
        "name, '\"other\"', false",
        "schedulingPolicy, '\"bin_pack\"', false",
        "status, '\"MAINTENANCE\"', false"
    })
    void onlyRatiosConcernWhatMachinesMayPromise(String field, String value, boolean concerns) {
        assertThat(RequestBody.read("{\"%s\": %s}".formatted(field, value), ChangePool.class)
                        .concernsPromises())
                .isEqualTo(concerns);
    }

    private static void change(ResourcePool pool, String body) {
        RequestBody.read(body, ChangePool.class).applyTo(pool);
    }

    private static ResourcePool created(String more) {
        String body = "{\"edgeDataCenterId\": \"%s\", \"name\": \"general\"%s}".formatted(UUID.randomUUID(), more);
        return new ResourcePool(
                RequestBody.read(body, CreatePool.class), Revision.first(null, Instant.parse("2026-02-01T12:00:00Z")));
    }
}
