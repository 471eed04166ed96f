package io.skyholm.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who gives a place up for whom; a place is named by its holder and a number. */
class FairPlacesTest {

    private static final Duration TURN = Duration.ofSeconds(60);
    private static final long LATER = TURN.toNanos();

    private final FairPlaces<String> places = new FairPlaces<>(4, TURN);

    @Test
    void whoHasMostGivesUpTheOldestThatIsNotAboutToEnd() {
        take("acme", "acme1", "bolt", "bolt1", "acme", "acme2", "acme", "acme3");

        assertThat(places.hasRoom()).isFalse();
        assertThat(givesWayTo("crux")).contains("acme1");
        assertThat(places.givesWayTo("crux", place -> !place.equals("acme1"), place -> false, 0))
                .contains("acme2");
        assertThat(places.givesWayTo("crux", place -> true, place -> place.equals("acme3"), 0))
                .contains("acme3");
        assertThat(givesWayTo("bolt")).contains("acme1");
    }

    @Test
    void whoHasAsManyOrOneLessGetsNoneOfOthers() {
        take("acme", "acme1", "acme", "acme2", "bolt", "bolt1", "bolt", "bolt2");
        assertThat(givesWayTo("bolt")).isEmpty();

        places.leave("bolt2");
        places.leave("bolt2");
        assertThat(places.hasRoom()).isTrue();
        take("crux", "crux1");
        assertThat(givesWayTo("bolt")).isEmpty();
    }

    @Test
    void whereEachHasOneWhoHasNoneGetsItAfterATurn() {
        take("acme", "acme1", "bolt", "bolt1", "crux", "crux1", "dune", "dune1");

        assertThat(places.givesWayTo("echo", place -> true, place -> false, LATER - 1))
                .isEmpty();
        assertThat(places.givesWayTo("echo", place -> true, place -> false, LATER))
                .contains("acme1");
        assertThat(places.givesWayTo("bolt", place -> true, place -> false, LATER))
                .isEmpty();
    }

    @Test
    void nothingIsLeftOfWhoHasGone() {
        take("acme", "acme1");
        places.leave("acme1");

        assertThat(places.isEmpty()).isTrue();
    }

    private Optional<String> givesWayTo(String holder) {
        return places.givesWayTo(holder, place -> true, place -> false, 0);
    }

    private void take(String... holdersAndPlaces) {
        for (int next = 0; next < holdersAndPlaces.length; next += 2) {
            places.take(holdersAndPlaces[next], holdersAndPlaces[next + 1], 0);
        }
    }
}
