package io.skyholm.compute.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.testing.fixtures.Constraints;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a pool can be changed to. */
class ChangePoolTest {

    @ParameterizedTest
    @CsvSource({"cpuOvercommit, 0.05", "memoryOvercommit, 100.5", "storageOvercommit, 1.234"})
    void impossibleRatiosAreRefused(String field, String ratio) {
        assertThat(broken("{\"%s\": %s}".formatted(field, ratio))).containsExactly(field);
    }

    @ParameterizedTest
    @CsvSource({"cpuOvercommit, 0.1", "memoryOvercommit, 100", "storageOvercommit, 1.25"})
    void possibleRatiosAreTaken(String field, String ratio) {
        assertThat(broken("{\"%s\": %s}".formatted(field, ratio))).isEmpty();
    }

    @Test
    void policyIsOneThatPlacementKnows() {
        assertThat(broken("{\"schedulingPolicy\": \"bin_pack\"}")).isEmpty();
        assertThat(broken("{\"schedulingPolicy\": \"by_chance\"}")).containsExactly("schedulingPolicy");
    }

    private static Set<String> broken(String body) {
        return Constraints.brokenBy(RequestBody.read(body, ChangePool.class));
    }
}
