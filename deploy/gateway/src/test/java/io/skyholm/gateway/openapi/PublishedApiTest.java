package io.skyholm.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The API as it is published: one document, compatible with the last released one, and a changelog made from both. */
class PublishedApiTest {

    private static final String REGENERATE = "skyholm.regenerate";

    /** With a date it makes the present document the released one. */
    private static final String RELEASE = "skyholm.release";

    private final JsonObject now = CommittedDocuments.merged();

    @Test
    void documentIsWhatTheServicesDocumentsMakeTogether() throws IOException {
        String text = CommittedDocuments.text(now);
        if (Boolean.getBoolean(REGENERATE)) {
            Files.writeString(CommittedDocuments.WHOLE, text);
        }
        assertThat(CommittedDocuments.WHOLE)
                .as("the whole API; -D%s=true writes it anew, git shows what changes", REGENERATE)
                .content()
                .isEqualTo(text);
    }

    @Test
    void nothingBreaksClientsOfTheReleasedOne() {
        JsonObject released = CommittedDocuments.read(CommittedDocuments.RELEASED);

        assertThat(ApiChanges.breaking(released, now))
                .as("what clients of the released API may break at")
                .isEmpty();
    }

    @Test
    void changelogNamesWhatWasAddedSinceTheReleasedOne() throws IOException {
        List<String> additions = ApiAdditions.between(CommittedDocuments.read(CommittedDocuments.RELEASED), now);
        Changelog changelog = new Changelog(Files.readString(CommittedDocuments.CHANGELOG));
        String date = System.getProperty(RELEASE);
        if (date != null) {
            Files.writeString(CommittedDocuments.RELEASED, CommittedDocuments.text(now));
            Files.writeString(CommittedDocuments.CHANGELOG, changelog.released(date, additions));
        } else if (Boolean.getBoolean(REGENERATE)) {
            Files.writeString(CommittedDocuments.CHANGELOG, changelog.with(additions));
        }
        assertThat(CommittedDocuments.CHANGELOG)
                .as("the changelog; -D%s=true writes it anew", REGENERATE)
                .content()
                .isEqualTo(date == null ? changelog.with(additions) : changelog.released(date, additions));
    }
}
