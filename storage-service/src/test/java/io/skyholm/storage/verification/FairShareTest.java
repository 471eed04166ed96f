package io.skyholm.storage.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tenants share places so that none keeps another out. */
class FairShareTest {

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
    private static final int MOST = 4;

    private final FairShare<Long> places = new FairShare<>(MOST, progress -> progress);
    private final UUID greedy = UUID.randomUUID();

    @Test
    void oneTenantTakesAllThatNobodyElseWants() {
        fill();
        assertThat(places.makeRoom(greedy, NOW)).isFalse();
    }

    @Test
    void whoHasMostGivesUpTheOneWithLeastWorkInIt() {
        UUID[] ids = fill();
        UUID newcomer = UUID.randomUUID();
        assertThat(places.makeRoom(newcomer, NOW)).isTrue();
        assertThat(places.find(ids[0], NOW)).isEmpty();
        assertThat(places.find(ids[1], NOW)).contains(1L);
    }

    @Test
    void whoHasAsManyAsTheOthersTakesNoneFromThem() {
        fill();
        UUID newcomer = UUID.randomUUID();
        for (int more = 0; more < 2; more++) {
            assertThat(places.makeRoom(newcomer, NOW)).isTrue();
            places.put(UUID.randomUUID(), newcomer, 0L, NOW);
        }
        assertThat(places.makeRoom(newcomer, NOW)).isFalse();
        assertThat(places.makeRoom(greedy, NOW)).isFalse();
    }

    @Test
    void whatIsNotAskedForIsForgotten() {
        UUID[] ids = fill();
        Instant later = NOW.plus(Duration.ofMinutes(9));
        assertThat(places.find(ids[2], later)).isPresent();
        Instant muchLater = NOW.plus(Duration.ofMinutes(11));
        assertThat(places.makeRoom(greedy, muchLater)).isTrue();
        assertThat(places.find(ids[1], muchLater)).isEmpty();
        assertThat(places.find(ids[2], muchLater)).isPresent();
    }

    private UUID[] fill() {
        return IntStream.range(0, MOST)
                .mapToObj(progress -> {
                    UUID id = UUID.randomUUID();
                    assertThat(places.makeRoom(greedy, NOW)).isTrue();
                    places.put(id, greedy, (long) progress, NOW);
                    return id;
                })
                .toArray(UUID[]::new);
    }
}
