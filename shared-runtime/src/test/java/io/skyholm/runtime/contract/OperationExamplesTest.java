package io.skyholm.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
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
    void operationWithoutAnExampleStaysAsItIs() throws Exception {
        write("{}");
        assertThat(example("200")).isNull();
    }

    private void write(String examples) throws Exception {
        ResourceMethod method = new ResourceMethod(
                org.eclipse.microprofile.openapi.models.PathItem.HttpMethod.PATCH,
                Index.of(Notes.class).getClassByName(Notes.class.getName()).firstMethod("change"));
        OperationExamples.of(new ObjectMapper().readTree(examples)).write("PATCH /v1/notes/{id}", method, operation);
    }

    private Object example(String status) {
        return operation
                .getResponses()
                .getAPIResponse(status)
                .getContent()
                .getMediaType("application/json")
                .getExample();
    }

    private static org.eclipse.microprofile.openapi.models.media.Content json() {
        return OASFactory.createContent().addMediaType("application/json", OASFactory.createMediaType());
    }

    /** As a resource has it. */
    private static final class Notes {
        @SuppressWarnings("unused")
        void change() {}
    }
}
