package io.skyholm.runtime.testing.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Fails naming the operations that no test of the module has called with success. Not a {@code @QuarkusTest}: Quarkus
 * orders those first, so this one comes when all have been called.
 */
public abstract class EveryOperationIsCalled {

    @Test
    void bySomeTest() {
        List<String> uncalled = OpenApiDocument.committed(OpenApiDocument.COMMITTED).operations().stream()
                .filter(operation -> !CalledOperations.contain(operation))
                .map(Operation::name)
                .toList();
        assertThat(uncalled).as("operations that no test calls").isEmpty();
    }
}
