package io.skyholm.storage.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.storage.DiskFormat;
import io.skyholm.storage.version.VersionBytes;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadingsTest {

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

    private final Readings readings = new Readings(bytes -> new Reading(bytes, Long.MAX_VALUE));

    @Test
    void readingThatIsComeBackToGoesOn() {
        VersionBytes bytes = bytes();

        assertThat(readings.of(bytes, NOW).orElseThrow())
                .isSameAs(readings.of(bytes, NOW.plusSeconds(5)).orElseThrow());
    }

    @Test
    void whoeverFindsNoRoomWaitsAndThoseWithinGoOn() {
        VersionBytes first = bytes();
        Reading begun = readings.of(first, NOW).orElseThrow();
        fill(Readings.MOST - 1);
        VersionBytes late = bytes();

        assertThat(readings.of(late, NOW)).isEmpty();
        assertThat(readings.of(first, NOW)).containsSame(begun);

        readings.end(first);
        assertThat(readings.of(late, NOW)).isPresent();
    }

    @Test
    void readingThatNobodyGoesOnWithMakesRoom() {
        fill(Readings.MOST);

        assertThat(readings.of(bytes(), NOW.plus(Duration.ofMinutes(11)))).isPresent();
    }

    private void fill(int places) {
        Stream.generate(ReadingsTest::bytes).limit(places).forEach(bytes -> assertThat(readings.of(bytes, NOW))
                .isPresent());
    }

    private static VersionBytes bytes() {
        return new VersionBytes(
                UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), 512, DiskFormat.RAW, null, null, null);
    }
}
