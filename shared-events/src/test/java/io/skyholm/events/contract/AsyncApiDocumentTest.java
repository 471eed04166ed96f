package io.skyholm.events.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.skyholm.events.EventCatalogue;
import io.skyholm.events.EventType;
import org.junit.jupiter.api.Test;

class AsyncApiDocumentTest {

    private final JsonNode document = document();

    @Test
    void everyTopicIsAChannelAndEveryTypeAMessage() {
        assertThat(document.path("channels").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(EventCatalogue.topics());
        assertThat(document.path("components").path("messages").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(
                        EventCatalogue.types().stream().map(EventType::name).toList());
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(document.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> assertThat(
                        document.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    @Test
    void textsAreTextsForEveryParser() {
        JsonNode payload = document.at("/components/messages/identity.tenant.created.v1/examples/0/payload");

        assertThat(payload)
                .isEqualTo(ContractFiles.exampleOf(EventCatalogue.types().getFirst()));
    }

    private static JsonNode document() {
        try {
            return new YAMLMapper().readTree(AsyncApiDocument.write());
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
