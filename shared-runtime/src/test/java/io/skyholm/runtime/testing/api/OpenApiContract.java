package io.skyholm.runtime.testing.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.testing.answers.Undescribed;
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
                        "operations and properties of which the document says nothing; words.properties describes properties")
                .isEmpty();
    }
}
