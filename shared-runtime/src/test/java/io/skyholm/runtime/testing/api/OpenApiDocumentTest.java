package io.skyholm.runtime.testing.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class OpenApiDocumentTest {

    @Test
    void theTextIsTheSameInWhateverOrderItWas() throws JsonProcessingException {
        assertThat(text("{\"b\": {\"d\": 1, \"c\": [2]}, \"a\": 0, \"servers\": []}"))
                .isEqualTo(text("{\"a\": 0, \"b\": {\"c\": [2], \"d\": 1}}"))
                .startsWith("{\n  \"a\" : 0,\n");
    }

    private static String text(String json) throws JsonProcessingException {
        return OpenApiDocument.text(new Schemas(new ObjectMapper().readTree(json)));
    }
}
