package io.skyholm.compute.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.testing.fixtures.Constraints;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which sizes a template can have. */
class CreateTemplateTest {

    private static final Map<String, Integer> SIZES =
            Map.of("defaultCpuCores", 2, "defaultMemoryGb", 4, "defaultStorageGb", 20);

    @ParameterizedTest
    @CsvSource({"defaultCpuCores, 0", "defaultMemoryGb, 16385", "defaultStorageGb, -5", "defaultGpuCount, 17"})
    void impossibleSizesAreRefused(String field, int value) {
        assertThat(broken(field, value)).containsExactly(field);
    }

    @Test
    void possibleSizesAreTaken() {
        assertThat(broken("defaultGpuCount", 16)).isEmpty();
    }

    private static Set<String> broken(String field, int value) {
        Map<String, Integer> sizes = new HashMap<>(SIZES);
        sizes.put(field, value);
        String body = sizes.entrySet().stream()
                .map(size -> ", \"%s\": %d".formatted(size.getKey(), size.getValue()))
                .collect(Collectors.joining("", "{\"name\": \"Web\"", "}"));
        return Constraints.brokenBy(RequestBody.read(body, CreateTemplate.class));
    }
}
