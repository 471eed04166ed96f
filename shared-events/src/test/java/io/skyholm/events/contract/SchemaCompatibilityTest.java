package io.skyholm.events.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

class SchemaCompatibilityTest {

    private static final String RELEASED = """
            {
              "type": "object",
              "description": "An apple.",
              "required": ["id", "colour"],
              "properties": {
                "id": {"type": "string", "format": "uuid"},
                "colour": {"type": "string", "enum": ["RED", "GREEN"]},
                "tags": {"type": "array", "items": {"type": "string"}},
                "weights": {"type": "object", "additionalProperties": {"type": "integer"}},
                "seed": {"type": "object", "properties": {"count": {"type": "integer"}}}
              }
            }""";

    @Test
    void theSameSchemaBreaksNothing() {
        assertThat(breaksWhen("", "")).isEmpty();
    }

    @Test
    void anAddedOptionalPropertyBreaksNothing() {
        assertThat(breaksWhen("\"tags\":", "\"origin\": {\"type\": \"string\"}, \"tags\":"))
                .isEmpty();
    }

    @Test
    void newWordsBreakNothing() {
        assertThat(breaksWhen("An apple.", "A fruit.")).isEmpty();
    }

    @Test
    void anAddedEnumValueBreaksNothing() {
        assertThat(breaksWhen("\"GREEN\"", "\"GREEN\", \"YELLOW\"")).isEmpty();
    }

    @Test
    void aRemovedPropertyIsFound() {
        assertThat(breaksWhen("\"tags\":", "\"labels\":")).containsExactly("payload.tags was removed");
    }

    @Test
    void aPropertyRemovedWithinAPropertyIsFound() {
        assertThat(breaksWhen("\"count\":", "\"number\":")).containsExactly("payload.seed.count was removed");
    }

    @Test
    void aRetypedPropertyIsFound() {
        assertThat(breaksWhen("\"count\": {\"type\": \"integer\"}", "\"count\": {\"type\": \"string\"}"))
                .containsExactly("payload.seed.count: type was \"integer\" and is \"string\"");
    }

    @Test
    void aRetypedListIsFound() {
        assertThat(breaksWhen("\"items\": {\"type\": \"string\"}", "\"items\": {\"type\": \"integer\"}"))
                .containsExactly("payload.tags[]: type was \"string\" and is \"integer\"");
    }

    @Test
    void aRetypedMapIsFound() {
        assertThat(breaksWhen("Properties\": {\"type\": \"integer\"}", "Properties\": {\"type\": \"string\"}"))
                .containsExactly("payload.weights.*: type was \"integer\" and is \"string\"");
    }

    @Test
    void aChangedFormatIsFound() {
        assertThat(breaksWhen(", \"format\": \"uuid\"", ""))
                .containsExactly("payload.id: format was \"uuid\" and is open");
    }

    @Test
    void aNewLimitIsFound() {
        assertThat(breaksWhen("\"format\": \"uuid\"", "\"format\": \"uuid\", \"maxLength\": 9"))
                .containsExactly("payload.id: maxLength was open and is 9");
    }

    @Test
    void aClosedSchemaIsFound() {
        assertThat(breaksWhen("\"description\"", "\"additionalProperties\": false, \"description\""))
                .containsExactly("payload.*: additionalProperties was open and is false");
    }

    @Test
    void aNewlyRequiredPropertyIsFound() {
        assertThat(breaksWhen("\"colour\"]", "\"colour\", \"tags\"]"))
                .containsExactly("payload.tags is newly required");
    }

    @Test
    void aPropertyThatMayNowBeAbsentIsFound() {
        assertThat(breaksWhen("[\"id\", ", "[")).containsExactly("payload.id is no longer always there");
    }

    @Test
    void aRemovedEnumValueIsFound() {
        assertThat(breaksWhen(", \"GREEN\"", "")).containsExactly("payload.colour: the value GREEN was removed");
    }

    @Test
    void aRemovedEnumIsFound() {
        assertThat(breaksWhen(", \"enum\": [\"RED\", \"GREEN\"]", ""))
                .containsExactly("payload.colour: only one of both is an enum");
    }

    private static Iterable<String> breaksWhen(String part, String changed) {
        return SchemaCompatibility.breaks(json(RELEASED), json(RELEASED.replace(part, changed)));
    }

    private static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException(failure);
        }
    }
}
