package io.skyholm.runtime.testing.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.skyholm.runtime.testing.api.Schemas;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnlimitedTest {

    private static final String LIMITED = """
            {"paths": {"/v1/notes": {"post": {"requestBody": {"content": {"application/json": {"schema":
                {"$ref": "#/components/schemas/CreateNote"}}}}}}},
             "components": {"schemas": {"CreateNote": {"properties": {
                "title": {"type": "string", "maxLength": 9},
                "code": {"type": ["string", "null"], "pattern": "^(?:[a-z*+]{1,9})$"},
                "count": {"type": "integer", "minimum": 0, "maximum": 5},
                "tags": {"type": "array", "maxItems": 3, "items": {"type": "string", "maxLength": 7}},
                "labels": {"type": "object", "maxProperties": 4,
                    "additionalProperties": {"type": "string", "maxLength": 8}}}}}}}""";

    @Test
    void nothingIsNamedWhereAllIsLimited() {
        assertThat(with("", "")).isEmpty();
    }

    @Test
    void aTextWithoutALengthIsNamed() {
        assertThat(with(", \"maxLength\": 9", "")).containsExactly("CreateNote.title has no maxLength");
    }

    @Test
    void aPatternWithoutAnEndIsNoLimit() {
        assertThat(with("]{1,9}", "]+")).containsExactly("CreateNote.code has no maxLength");
    }

    @Test
    void aNumberWithoutALimitIsNamed() {
        assertThat(with(", \"maximum\": 5", "")).containsExactly("CreateNote.count has no maximum");
    }

    @Test
    void aListWithoutALimitIsNamed() {
        assertThat(with("\"maxItems\": 3, ", "")).containsExactly("CreateNote.tags has no maxItems");
    }

    @Test
    void anItemOfAListWithoutALimitIsNamed() {
        assertThat(with(", \"maxLength\": 7", "")).containsExactly("CreateNote.tags[] has no maxLength");
    }

    @Test
    void aMapWithoutALimitIsNamed() {
        assertThat(with("\"maxProperties\": 4,", "")).containsExactly("CreateNote.labels has no maxProperties");
    }

    @Test
    void aValueOfAMapWithoutALimitIsNamed() {
        assertThat(with(", \"maxLength\": 8", "")).containsExactly("CreateNote.labels{} has no maxLength");
    }

    private static List<String> with(String part, String instead) {
        try {
            return Unlimited.in(new Schemas(new ObjectMapper().readTree(LIMITED.replace(part, instead))));
        } catch (JsonProcessingException noJson) {
            throw new IllegalArgumentException(noJson);
        }
    }
}
