package io.skyholm.runtime.testing.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.skyholm.runtime.testing.api.Schemas;
import java.util.List;
import org.junit.jupiter.api.Test;

class WithoutExampleTest {

    private static final String SHOWN = """
            {"paths": {"/v1/notes": {"get": {"parameters": [
                 {"name": "longest", "schema": {"type": "integer"}, "example": 7},
                 {"name": "limit", "schema": {"type": "integer", "default": 50}}]}}}, "components": {"schemas": {
                "Author": {"properties": {"name": {"type": "string", "examples": ["Ada"]}}},
                "Note": {"properties": {
                    "author": {"$ref": "#/components/schemas/Author"},
                    "editors": {"type": "array", "items": {"$ref": "#/components/schemas/Author"}},
                    "length": {"type": "integer", "maximum": 9, "examples": [7]}}}}}}""";

    @Test
    void whatIsMadeOfShownPropertiesNeedsNoExampleOfItsOwn() {
        assertThat(with("", "")).isEmpty();
    }

    @Test
    void aPropertyWithoutAnExampleIsNamed() {
        assertThat(with(", \"examples\": [\"Ada\"]", "")).containsExactly("Author.name has no example");
    }

    @Test
    void aParameterWithoutAnExampleOrADefaultIsNamed() {
        assertThat(with(", \"example\": 7", "")).containsExactly("GET /v1/notes parameter longest has no example");
        assertThat(with(", \"default\": 50", "")).containsExactly("GET /v1/notes parameter limit has no example");
        assertThat(with("\"example\": 7", "\"example\": \"long\""))
                .singleElement()
                .asString()
                .startsWith("GET /v1/notes parameter longest, example:");
    }

    @Test
    void anExampleThatItsSchemaRefusesIsNamed() {
        assertThat(with("[7]", "[10]"))
                .singleElement()
                .asString()
                .startsWith("Note.length, example:")
                .contains("9");
    }

    private static List<String> with(String part, String instead) {
        try {
            return WithoutExample.in(new Schemas(new ObjectMapper().readTree(SHOWN.replace(part, instead))));
        } catch (JsonProcessingException noJson) {
            throw new IllegalArgumentException(noJson);
        }
    }
}
