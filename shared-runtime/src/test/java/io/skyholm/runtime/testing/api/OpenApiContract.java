package io.skyholm.runtime.testing.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.testing.answers.StreamedEvents;
import io.skyholm.runtime.testing.document.Undescribed;
import io.skyholm.runtime.testing.document.Unlimited;
import io.skyholm.runtime.testing.document.WithoutExample;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** A service's OpenAPI is what is committed and describes all it names. What was released is compared at the gateway, where callers see it. */
public abstract class OpenApiContract {

    private static final String REGENERATE = "skyholm.regenerate";

    @Test
    void isAsCommitted() throws IOException {
        String now = OpenApiDocument.text(OpenApiDocument.ofRunningService());
        if (Boolean.getBoolean(REGENERATE)) {
            Files.createDirectories(OpenApiDocument.COMMITTED.getParent());
            Files.writeString(OpenApiDocument.COMMITTED, now);
        }
        assertThat(OpenApiDocument.COMMITTED)
                .as("the committed OpenAPI; -D%s=true writes it anew, git shows what changes", REGENERATE)
                .exists()
                .content()
                .isEqualTo(now);
    }

    @Test
    void leavesNothingToGuess() {
        assertThat(Undescribed.in(OpenApiDocument.ofRunningService()))
                .as(
                        "what the document says nothing of; schemas.properties describes schemas, words.properties properties, enums.properties the values of enums")
                .isEmpty();
    }

    @Test
    void limitsAllThatRequestsHold() {
        assertThat(Unlimited.in(OpenApiDocument.ofRunningService()))
                .as("properties of requests whose size the document does not limit; constraints of their records do so")
                .isEmpty();
    }

    @Test
    void showsAValueOfEachProperty() {
        assertThat(WithoutExample.in(OpenApiDocument.ofRunningService()))
                .as("properties without a right example; values.properties declares one where no test has seen it")
                .isEmpty();
    }

    @Test
    void showsAnEventOfEachStream() {
        assertThat(new StreamedEvents(OpenApiDocument.ofRunningService()).wrongExamples())
                .as("streams without a right example; it is made of the example of the operation beside the stream")
                .isEmpty();
    }
}
