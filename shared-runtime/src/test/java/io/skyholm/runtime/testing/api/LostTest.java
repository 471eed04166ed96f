package io.skyholm.runtime.testing.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class LostTest {

    private static final String RELEASED = """
            {"paths": {"/v1/notes": {"get": {"parameters": [{"name": "mood", "in": "query"}]}, "post": {}}},
             "components": {"schemas": {
                "Note": {"properties": {"title": {"type": "string"}, "words": {"type": "string"}}},
                "Mood": {"enum": ["CALM", "URGENT"]}}}}""";

    @Test
    void whatIsStillThereIsNotLost() {
        assertThat(Lost.between(schemas(RELEASED), schemas(RELEASED))).isEmpty();
    }

    @Test
    void whatIsAddedTakesNothingAway() {
        assertThat(after("\"words\": {\"type\": \"string\"}", "\"words\": {\"type\": \"string\"}, \"stars\": {}"))
                .isEmpty();
    }

    @Test
    void aRemovedPathIsLost() {
        assertThat(after("/v1/notes", "/v1/remarks")).containsExactly("/paths//v1/notes");
    }

    @Test
    void aRemovedMethodIsLost() {
        assertThat(after("\"post\"", "\"put\"")).containsExactly("/paths//v1/notes/post");
    }

    @Test
    void aRemovedParameterIsLost() {
        assertThat(after("mood", "humour")).containsExactly("/paths//v1/notes/get/parameters/mood");
    }

    @Test
    void aRemovedFieldIsLost() {
        assertThat(after("\"title\"", "\"name\"")).containsExactly("/components/schemas/Note/properties/title");
    }

    @Test
    void aRemovedValueIsLost() {
        assertThat(after("URGENT", "LOUD")).containsExactly("/components/schemas/Mood/enum/URGENT");
    }

    @Test
    void theTextIsTheSameInWhateverOrderItWas() {
        assertThat(OpenApiDocument.text(schemas("{\"b\": {\"d\": 1, \"c\": [2]}, \"a\": 0, \"servers\": []}")))
                .isEqualTo(OpenApiDocument.text(schemas("{\"a\": 0, \"b\": {\"c\": [2], \"d\": 1}}")))
                .startsWith("{\n  \"a\" : 0,\n");
    }

    private static List<String> after(String removed, String instead) {
        return Lost.between(schemas(RELEASED), schemas(RELEASED.replace(removed, instead)));
    }

    private static Schemas schemas(String json) {
        try {
            return new Schemas(new ObjectMapper().readTree(json));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
