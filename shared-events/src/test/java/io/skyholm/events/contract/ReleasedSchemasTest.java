package io.skyholm.events.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReleasedSchemasTest {

    static Set<String> released() {
        return ContractFiles.allIn(ContractFiles.RELEASED).keySet();
    }

    @ParameterizedTest
    @MethodSource("released")
    void whoReadsTheReleasedPayloadCanReadThePresentOne(String name) {
        JsonNode released = ContractFiles.read(ContractFiles.RELEASED.resolve(name + ".json"));

        assertThat(SchemaCompatibility.breaks(released, PayloadSchemas.named(name)))
                .as("keep what was released as it is, and publish what is different as a new version beside it")
                .isEmpty();
    }
}
