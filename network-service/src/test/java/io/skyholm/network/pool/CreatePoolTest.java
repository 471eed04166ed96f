package io.skyholm.network.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.testing.fixtures.Constraints;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a pool may settle. */
class CreatePoolTest {

    @ParameterizedTest
    @CsvSource({"coolDownSeconds, -1", "coolDownSeconds, 86401", "leaseSeconds, 59", "leaseSeconds, 31536001"})
    void timesAreWithinReason(String name, int seconds) {
        assertThat(broken("{\"" + name + "\": " + seconds + "}")).containsExactly("ipPoolConfig");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"coolDownSeconds\": 0}", "{\"leaseSeconds\": 60, \"coolDownSeconds\": 86400}"})
    void whatIsLeftOutIsAsEverywhere(String config) {
        assertThat(broken(config)).isEmpty();
    }

    private static Set<String> broken(String config) {
        return Constraints.brokenBy(RequestBody.read(
                "{\"subnetId\": \"" + UUID.randomUUID() + "\", \"name\": \"P\", \"ipPoolConfig\": " + config + "}",
                CreatePool.class));
    }
}
