package io.skyholm.network.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.testing.fixtures.Constraints;
import io.skyholm.runtime.testing.fixtures.TestCallers;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may change what a port may carry. */
class ChangePortTest {

    private final Port port = new Port(
            new PortPlace(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), 0),
            "02:00:00:00:00:01",
            UUID.randomUUID(),
            Instant.EPOCH);

    @Test
    void operatorSettlesTheAllowanceAndTakesItAway() {
        change("{\"trafficAllowanceGb\": 10}", BuiltInRole.OPERATOR);
        assertThat(port.trafficAllowanceGb).isEqualTo(10);
        change("{\"trafficAllowanceGb\": null}", BuiltInRole.OPERATOR);
        assertThat(port.trafficAllowanceGb).isNull();
    }

    @Test
    void tenantRaisesNoAllowance() {
        assertThatThrownBy(() -> change("{\"trafficAllowanceGb\": 1000000}", BuiltInRole.TENANT_ADMIN))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("for the operator to say");
        assertThatThrownBy(() -> change("{\"trafficAllowanceGb\": null}", BuiltInRole.TENANT_ADMIN))
                .isInstanceOf(Problem.class);
    }

    @Test
    void whatIsLeftOutStays() {
        change("{\"trafficAllowanceGb\": 10}", BuiltInRole.ADMIN);
        change("{\"securityGroupIds\": []}", BuiltInRole.TENANT_ADMIN);
        assertThat(port.trafficAllowanceGb).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1_000_000_001})
    void allowanceIsWithinReason(long gigabytes) {
        assertThat(Constraints.brokenBy(read("{\"trafficAllowanceGb\": " + gigabytes + "}")))
                .containsExactly("trafficAllowanceGb");
    }

    private void change(String json, BuiltInRole role) {
        read(json).applyTo(port, TestCallers.as(role));
    }

    private static ChangePort read(String json) {
        return RequestBody.read(json, ChangePort.class);
    }
}
