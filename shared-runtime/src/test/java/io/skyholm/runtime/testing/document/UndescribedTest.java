package io.skyholm.runtime.testing.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.skyholm.runtime.testing.api.Schemas;
import java.util.List;
import org.junit.jupiter.api.Test;

class UndescribedTest {

    private static final String DESCRIBED = """
            {"paths": {"/v1/notes": {"get": {"operationId": "notes.list", "summary": "Lists notes",
                "description": "Newest first.", "tags": ["Notes"],
               "requestBody": {"content": {"application/x-www-form-urlencoded": {"schema": {"properties": {
                "ink": {"type": "string", "description": "As it is sold"}}}}}},
               "parameters": [{"name": "colour", "description": "Of the paper"}], "responses": {"200": {}}}}},
             "components": {"schemas": {"Note": {"description": "A sheet of paper", "properties": {"title": {"description": "What it is about"}}},
                "Colour": {"enum": ["RED", "BLUE"], "description": "Of ink\\n\\n- `RED`: As blood\\n- `BLUE`: As the sea"}}}}""";

    @Test
    void nothingIsMissingWhereAllIsSaid() {
        assertThat(without("nothing at all")).isEmpty();
    }

    @Test
    void aPropertyWithoutASentenceIsNamed() {
        assertThat(without("\"description\": \"What it is about\"")).containsExactly("Note.title has no description");
    }

    @Test
    void aSchemaWithoutASentenceIsNamed() {
        assertThat(without("\"description\": \"A sheet of paper\",")).containsExactly("Note has no description");
    }

    @Test
    void aListOfTheValuesOfAnEnumIsNoSentence() {
        assertThat(without("Of ink\\n\\n")).containsExactly("Colour has no description");
    }

    @Test
    void anEmptySentenceIsNone() {
        assertThat(without("What it is about")).containsExactly("Note.title has no description");
    }

    @Test
    void aValueOfAnEnumWithoutASentenceIsNamed() {
        assertThat(without("\\n- `BLUE`: As the sea")).containsExactly("Colour does not explain BLUE");
    }

    @Test
    void anOperationWithoutANameIsNamed() {
        assertThat(without("\"operationId\": \"notes.list\",")).containsExactly("get /v1/notes has no operationId");
    }

    @Test
    void anOperationWithoutADescriptionIsNamed() {
        assertThat(without("\"description\": \"Newest first.\",")).containsExactly("get /v1/notes has no description");
    }

    @Test
    void aParameterWithoutASentenceIsNamed() {
        assertThat(without("Of the paper")).containsExactly("get /v1/notes parameter colour has no description");
    }

    @Test
    void aFieldOfAFormWithoutASentenceIsNamed() {
        assertThat(without("As it is sold")).containsExactly("get /v1/notes field ink has no description");
    }

    @Test
    void anOperationWithoutATagIsNamed() {
        assertThat(without("\"Notes\"")).containsExactly("get /v1/notes has no tags");
    }

    @Test
    void anOperationWithoutAnAnswerIsNamed() {
        assertThat(without("\"200\": {}")).containsExactly("get /v1/notes has no responses");
    }

    private static List<String> without(String part) {
        try {
            return Undescribed.in(new Schemas(new ObjectMapper().readTree(DESCRIBED.replace(part, ""))));
        } catch (JsonProcessingException noJson) {
            throw new IllegalArgumentException(noJson);
        }
    }
}
