package io.skyholm.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

class OperationExamplesTest {

    private final Operation operation = OASFactory.createOperation()
            .requestBody(OASFactory.createRequestBody().content(json()))
            .responses(OASFactory.createAPIResponses()
                    .addAPIResponse("200", OASFactory.createAPIResponse().content(json()))
                    .addAPIResponse("404", OASFactory.createAPIResponse().content(json())));

    @Test
    void requestAndTheAnswerOfItsSuccessGetTheirExamples() throws Exception {
        write(
                "{\"PATCH /v1/notes/{id}\": {\"request\": {\"name\": \"Other\"}, \"answer\": {\"name\": \"Other\", \"generation\": 2}}}");
        assertThat(operation
                        .getRequestBody()
                        .getContent()
                        .getMediaType("application/json")
                        .getExample())
                .isEqualTo(Map.of("name", "Other"));
        assertThat(example("200")).isEqualTo(Map.of("name", "Other", "generation", 2));
        assertThat(example("404")).isNull();
    }

    @Test
    void answerThatIsNoJsonAndRefusalOfItsOwnStandUnderTheirStatusAndType() throws Exception {
        operation
                .getResponses()
                .getAPIResponse("200")
                .getContent()
                .addMediaType("text/csv", OASFactory.createMediaType());
        write(
                "{\"PATCH /v1/notes/{id}\": {\"answer\": {}, \"200 text/csv\": \"id\\n7\\n\", \"404 application/json\": {\"code\": \"LOST\"}}}");
        assertThat(operation
                        .getResponses()
                        .getAPIResponse("200")
                        .getContent()
                        .getMediaType("text/csv")
                        .getExample())
                .isEqualTo("id\n7\n");
        assertThat(example("200")).isEqualTo(Map.of());
        assertThat(example("404")).isEqualTo(Map.of("code", "LOST"));
    }

    @Test
    void operationWithoutAnExampleStaysAsItIs() throws Exception {
        write("{}");
        assertThat(example("200")).isNull();
    }

    @Test
    void streamIsShownByAnEventWithTheFirstItemOfItsList() throws Exception {
        Operation stream = OASFactory.createOperation()
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse("200", OASFactory.createAPIResponse().content(events())));
        ResourceMethod watch = method(PathItem.HttpMethod.GET, "watch");
        OperationExamples.of(
                        new ObjectMapper()
                                .readTree(
                                        "{\"GET /v1/notes\": {\"answer\": {\"items\": [{\"name\": \"Milk\"}, {\"name\": \"Tea\"}]}}}"))
                .write("GET /v1/notes/stream", watch, stream);
        assertThat(stream.getResponses()
                        .getAPIResponse("200")
                        .getContent()
                        .getMediaType(MediaType.SERVER_SENT_EVENTS)
                        .getExample())
                .isEqualTo("id: 1017\nevent: note\ndata: {\"name\":\"Milk\"}\n\n");
    }

    private void write(String examples) throws Exception {
        OperationExamples.of(new ObjectMapper().readTree(examples))
                .write("PATCH /v1/notes/{id}", method(PathItem.HttpMethod.PATCH, "change"), operation);
    }

    private static ResourceMethod method(PathItem.HttpMethod verb, String name) throws Exception {
        return new ResourceMethod(
                verb,
                Index.of(Notes.class).getClassByName(Notes.class.getName()).firstMethod(name));
    }

    private Object example(String status) {
        return operation
                .getResponses()
                .getAPIResponse(status)
                .getContent()
                .getMediaType("application/json")
                .getExample();
    }

    private static Content json() {
        return OASFactory.createContent().addMediaType("application/json", OASFactory.createMediaType());
    }

    private static Content events() {
        return OASFactory.createContent().addMediaType(MediaType.SERVER_SENT_EVENTS, OASFactory.createMediaType());
    }

    /** As a resource has it. */
    private static final class Notes {
        @SuppressWarnings("unused")
        void change() {}

        @SuppressWarnings("unused")
        @Produces(MediaType.SERVER_SENT_EVENTS)
        @StreamedEvent("note")
        void watch() {}
    }
}
