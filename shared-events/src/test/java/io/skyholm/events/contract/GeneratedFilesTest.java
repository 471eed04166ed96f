package io.skyholm.events.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class GeneratedFilesTest {

    private static final String HOW_TO_REGENERATE =
            "the records changed; regenerate with: mvn -pl shared-events test -Dskyholm.regenerate=true";

    @BeforeAll
    static void regenerate() throws IOException {
        if (Boolean.getBoolean("skyholm.regenerate")) {
            writeAll(GeneratedFiles.fresh());
        }
    }

    @TestFactory
    Stream<DynamicTest> committedFilesAreWhatTheRecordsSay() {
        return GeneratedFiles.fresh().entrySet().stream()
                .map(file ->
                        DynamicTest.dynamicTest(file.getKey().getFileName().toString(), () -> assertThat(file.getKey())
                                .as(HOW_TO_REGENERATE)
                                .content()
                                .isEqualTo(file.getValue())));
    }

    @Test
    void noSchemaOutlivesItsPayload() {
        assertThat(ContractFiles.allIn(ContractFiles.SCHEMAS).keySet())
                .isEqualTo(PayloadSchemas.all().keySet());
    }

    @Test
    void eachPropertyIsDescribed() {
        assertThat(PayloadSchemas.all().entrySet().stream()
                        .flatMap(schema -> undescribed(schema.getKey(), schema.getValue())))
                .as("say what they mean: in the record, or in words.properties")
                .isEmpty();
    }

    private static Stream<String> undescribed(String path, JsonNode node) {
        Stream<String> here = node.path("properties")
                .propertyStream()
                .filter(property -> property.getValue().findValue("description") == null)
                .map(property -> path + "." + property.getKey());
        return Stream.concat(
                here,
                node.propertyStream().flatMap(child -> undescribed(path + "." + child.getKey(), child.getValue())));
    }

    private static void writeAll(Map<Path, String> files) throws IOException {
        for (Map.Entry<Path, String> file : files.entrySet()) {
            Files.createDirectories(file.getKey().getParent());
            Files.writeString(file.getKey(), file.getValue());
        }
    }
}
