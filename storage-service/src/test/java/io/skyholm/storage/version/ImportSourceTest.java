package io.skyholm.storage.version;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.storage.ImageStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Until when, and of which images and tenants, bytes are fetched. */
class ImportSourceTest {

    private static final Instant UNTIL = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void bytesAreFetchedUntilTheirDeadline() {
        ImportSource source = source(0, ImageStatus.ACTIVE, "ACTIVE", null);
        assertThat(source.refusal(UNTIL)).isEmpty();
        assertThat(source.refusal(UNTIL.plusNanos(1))).contains("The bytes could not be fetched in time");
    }

    @Test
    void nothingIsFetchedForAnImageThatIsArchived() {
        assertThat(source(0, ImageStatus.ARCHIVED, "ACTIVE", null).refusal(UNTIL))
                .contains("The image was archived while its bytes were fetched");
    }

    @ParameterizedTest
    @EnumSource(
            value = ImageStatus.class,
            names = {"ACTIVE", "DEPRECATED"})
    void oneThatIsOnlyDeprecatedStillTakesBytes(ImageStatus status) {
        assertThat(source(0, status, "ACTIVE", null).refusal(UNTIL)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUSPENDED", "DELETED"})
    void nothingIsFetchedForATenantThatIsNotActive(String standing) {
        assertThat(source(0, ImageStatus.ACTIVE, standing, null).refusal(UNTIL)).contains("The tenant is " + standing);
    }

    @Test
    void thePlatformAndATenantNotHeardOfYetAreFetchedFor() {
        assertThat(source(0, ImageStatus.ACTIVE, null, null).refusal(UNTIL)).isEmpty();
    }

    @Test
    void aSourceWithOtherBytesEachTimeIsBelievedFourTimes() {
        assertThat(source(4, ImageStatus.ACTIVE, null, null).isRestless()).isFalse();
        assertThat(source(5, ImageStatus.ACTIVE, null, null).isRestless()).isTrue();
    }

    @Test
    void signatureIsSentThoughItIsNotShown() {
        assertThat(source(0, ImageStatus.ACTIVE, null, "signature=a%2Fb").url().uri())
                .hasToString("https://images.example.org/a.raw?signature=a%2Fb");
        assertThat(source(0, ImageStatus.ACTIVE, null, null).url().uri())
                .hasToString("https://images.example.org/a.raw");
    }

    private static ImportSource source(
            int restarts, ImageStatus image, @Nullable String tenant, @Nullable String query) {
        return new ImportSource(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "https://images.example.org/a.raw",
                query,
                UNTIL,
                restarts,
                null,
                null,
                image,
                tenant);
    }
}
