package io.skyholm.storage.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.storage.DiskFormat;
import io.skyholm.storage.version.VersionBytes;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VerificationsTest {

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

    private static final UUID TENANT = UUID.randomUUID();

    private final Verifications verifications = new Verifications(bytes -> new Verification(bytes, Long.MAX_VALUE));

    @Test
    void readingThatIsComeBackToGoesOn() {
        VersionBytes bytes = bytes();

        assertThat(verifications.of(bytes, NOW).orElseThrow())
                .isSameAs(verifications.of(bytes, NOW.plusSeconds(5)).orElseThrow());
    }

    @Test
    void whoeverFindsNoRoomWaitsAndThoseWithinGoOn() {
        VersionBytes first = bytes();
        Verification begun = verifications.of(first, NOW).orElseThrow();
        fill(Verifications.MOST - 1);
        VersionBytes late = bytes();

        assertThat(verifications.of(late, NOW)).isEmpty();
        assertThat(verifications.of(first, NOW)).containsSame(begun);

        verifications.end(first);
        assertThat(verifications.of(late, NOW)).isPresent();
    }

    @Test
    void verificationThatNobodyGoesOnWithMakesRoom() {
        fill(Verifications.MOST);

        assertThat(verifications.of(bytes(), NOW.plus(Duration.ofMinutes(11)))).isPresent();
    }

    private void fill(int places) {
        Stream.generate(VerificationsTest::bytes)
                .limit(places)
                .forEach(bytes -> assertThat(verifications.of(bytes, NOW)).isPresent());
    }

    private static VersionBytes bytes() {
        return new VersionBytes(
                UUID.randomUUID(),
                UUID.randomUUID(),
                TENANT,
                UUID.randomUUID(),
                512,
                DiskFormat.RAW,
                null,
                null,
                null,
                null);
    }
}
