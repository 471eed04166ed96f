package io.skyholm.compute.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.testing.fixtures.Constraints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a machine can be described. */
class CreateMachineTest {

    @Test
    void possibleDescriptionIsTaken() {
        assertThat(Constraints.brokenBy(SampleMachine.described("tags", "[\"ssd\", \"rack:7\"]")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "managementIp, '\"10.0.0.256\"'",
        "managementIp, '\"host.example\"'",
        "managementIp, '\"fe80::1%eth0\"'",
        "hostname, '\"-a\"'",
        "cpuCores, 0",
        "memoryGb, -1",
        "storageGb, 99999999",
        "gpuCount, 65",
        "tags, '[\"a b\"]'"
    })
    void impossibleDescriptionsAreRefused(String field, String json) {
        assertThat(Constraints.brokenBy(SampleMachine.described(field, json))).containsExactly(field);
    }
}
