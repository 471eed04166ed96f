package io.skyholm.runtime.testing.answers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.skyholm.runtime.testing.api.Schemas;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The comparison of streams and document notices an example that is missing, and data of another kind. */
class StreamedEventsTest {

    private static final String DOCUMENT = """
            {"paths": {
               "/v1/notes": {"get": {"responses": {"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Notes"}}}}}}},
               "/v1/notes/stream": {"get": {"responses": {"200": {"content": {"text/event-stream": {
                 "schema": {"type": "string"}, "example": "id: 7\\nevent: changed\\ndata: {\\"title\\":\\"Milk\\"}\\n\\n"}}}}}}},
             "components": {"schemas": {
               "Notes": {"type": "object", "properties": {"items": {"type": "array", "items": {"$ref": "#/components/schemas/Note"}}}},
               "Note": {"type": "object", "properties": {"title": {"type": "string"}}}}}}""";

    @Test
    void hasNothingToSayOfEventsThatAreDocumented() throws JsonProcessingException {
        assertThat(of(DOCUMENT).wrongExamples()).isEmpty();
        assertThat(of(DOCUMENT).complaints(heard("changed", "{\"title\":\"Milk\"}")))
                .isEmpty();
        assertThat(of(DOCUMENT).complaints(heard("removed", "{\"id\":7}"))).isEmpty();
    }

    @Test
    void namesAStreamWithoutAnExample() throws JsonProcessingException {
        assertThat(of(DOCUMENT.replace("\"example\"", "\"sample\"")).wrongExamples())
                .containsExactly("GET /v1/notes/stream, example: there is none");
    }

    @Test
    void namesAnExampleOfAnotherKind() throws JsonProcessingException {
        assertThat(of(DOCUMENT.replace("\\\"title\\\"", "\\\"colour\\\"")).wrongExamples())
                .singleElement()
                .asString()
                .contains("colour");
    }

    @Test
    void namesAnEventOfAnotherKind() throws JsonProcessingException {
        assertThat(of(DOCUMENT).complaints(heard("changed", "{\"title\":7}")))
                .singleElement()
                .asString()
                .contains("GET /v1/notes/stream, event changed", "title");
    }

    private static Stream<RecordedEvent> heard(String name, String data) {
        return Stream.of(new RecordedEvent("/v1/notes/stream", name, data));
    }

    private static StreamedEvents of(String document) throws JsonProcessingException {
        return new StreamedEvents(new Schemas(new ObjectMapper().readTree(document)));
    }
}
