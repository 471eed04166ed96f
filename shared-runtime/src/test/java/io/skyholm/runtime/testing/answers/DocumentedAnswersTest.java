package io.skyholm.runtime.testing.answers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.skyholm.runtime.testing.api.Schemas;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The comparison of answers and document notices each way in which they can differ. */
class DocumentedAnswersTest {

    private static final String JSON = "application/json";
    private static final RecordedAnswer SHOWN =
            new RecordedAnswer("GET", "/v1/notes/7", 200, JSON, Set.of("etag"), "{\"title\":\"Milk\"}");
    private static final RecordedAnswer REFUSED = new RecordedAnswer("GET", "/v1/notes/8", 404, "", Set.of(), null);
    private static final String DOCUMENT = """
            {"paths": {"/v1/notes/{id}": {"get": {"responses": {
                "200": {
                  "headers": {"ETag": {"required": true}},
                  "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Note"}}}},
                "404": {},
                "429": {}}}}},
             "components": {"schemas": {"Note": {"type": "object", "properties": {"title": {"type": "string"}}}}}}""";

    @Test
    void hasNothingToSayOfAnswersThatAreDocumented() throws JsonProcessingException {
        DocumentedAnswers answers = compared(SHOWN, REFUSED);
        assertThat(answers.complaints()).isEmpty();
        assertThat(answers.unseen()).isEmpty();
    }

    @Test
    void namesAStatusThatNoAnswerHad() throws JsonProcessingException {
        assertThat(compared(SHOWN).unseen()).containsExactly("GET /v1/notes/{id} 404");
    }

    @Test
    void namesAStatusThatIsNotDeclared() throws JsonProcessingException {
        assertThat(compared(with(409, JSON, Set.of("etag"), "{\"code\":\"BUSY\"}"))
                        .complaints())
                .containsExactly("GET /v1/notes/{id}: 409 is not declared, with BUSY");
    }

    @Test
    void namesAHeaderThatIsMissing() throws JsonProcessingException {
        assertThat(compared(with(200, JSON, Set.of(), "{}")).complaints())
                .containsExactly("GET /v1/notes/{id}: 200 has no header ETag");
    }

    @Test
    void namesAnotherMediaType() throws JsonProcessingException {
        assertThat(compared(with(200, "text/plain", Set.of("etag"), null)).complaints())
                .containsExactly("GET /v1/notes/{id}: 200 is sent as 'text/plain'");
    }

    @Test
    void namesAPropertyOfAnotherTypeOrOfNone() throws JsonProcessingException {
        assertThat(compared(with(200, JSON, Set.of("etag"), "{\"title\":7}")).complaints())
                .singleElement()
                .asString()
                .contains("title");
        assertThat(compared(with(200, JSON, Set.of("etag"), "{\"colour\":\"red\"}"))
                        .complaints())
                .singleElement()
                .asString()
                .contains("colour");
    }

    private static RecordedAnswer with(int status, String type, Set<String> headers, @Nullable String body) {
        return new RecordedAnswer("GET", "/v1/notes/7", status, type, headers, body);
    }

    private static DocumentedAnswers compared(RecordedAnswer... answers) throws JsonProcessingException {
        return new DocumentedAnswers(new Schemas(new ObjectMapper().readTree(DOCUMENT))).with(Stream.of(answers));
    }
}
