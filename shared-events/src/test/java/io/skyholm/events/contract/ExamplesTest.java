package io.skyholm.events.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.skyholm.events.EventCatalogue;
import io.skyholm.events.EventJson;
import io.skyholm.events.EventType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private static final SchemaValidatorsConfig WITH_FORMATS =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    static List<EventType<?>> types() {
        return EventCatalogue.types();
    }

    @Test
    void everyTypeHasAnExampleAndEveryExampleItsType() {
        assertThat(ContractFiles.allIn(ContractFiles.EXAMPLES).keySet())
                .containsExactlyInAnyOrderElementsOf(
                        types().stream().map(EventType::name).toList());
    }

    @ParameterizedTest
    @MethodSource("types")
    void exampleIsValidByItsSchema(EventType<?> type) {
        assertThat(schemaOf(type).validate(ContractFiles.exampleOf(type))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void exampleSurvivesTheRecordUnchanged(EventType<?> type) throws Exception {
        JsonNode example = ContractFiles.exampleOf(type);
        Object payload = EventJson.read(example.toString(), type.payload());

        assertThat(EventJson.newMapper().readTree(EventJson.write(payload))).isEqualTo(example);
    }

    @ParameterizedTest
    @MethodSource("types")
    void schemaRefusesAnEmptyPayload(EventType<?> type) throws Exception {
        assertThat(schemaOf(type).validate(EventJson.newMapper().readTree("{}")))
                .isNotEmpty();
    }

    private static JsonSchema schemaOf(EventType<?> type) {
        return FACTORY.getSchema(PayloadSchemas.named(type.schemaName()), WITH_FORMATS);
    }
}
