package io.skyholm.runtime.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.agreement.Participation.Phase;
import io.skyholm.runtime.agreement.Participation.Told;
import io.skyholm.runtime.agreement.Participation.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a service does about what it is told of an attempt, by how far it is with the newest that it knows. */
class ParticipationTest {

    @ParameterizedTest
    @CsvSource({
        // how it stands, what is told of which attempt, what it does
        "0, FREE,     1, ACCEPTED,  PREPARE",
        "1, PREPARED, 1, ACCEPTED,  NOTHING",
        "1, REFUSED,  1, ACCEPTED,  NOTHING",
        "1, PREPARED, 1, DONE,      GIVE",
        "1, PREPARED, 1, ABANDONED, LET_GO",
        "1, REFUSED,  1, ABANDONED, NOTHING",
        "1, REFUSED,  2, ACCEPTED,  PREPARE",
        "1, PREPARED, 2, ACCEPTED,  LET_GO",
        "1, FREE,     2, ACCEPTED,  PREPARE",
        "1, PREPARED, 2, DONE,      NOTHING",
        "1, PREPARED, 2, ABANDONED, LET_GO",
        "2, PREPARED, 1, ACCEPTED,  NOTHING",
        "2, PREPARED, 1, ABANDONED, NOTHING",
        "2, PREPARED, 1, DONE,      NOTHING",
        "1, GIVEN,    1, DONE,      NOTHING",
        "1, GIVEN,    1, ABANDONED, NOTHING",
        "1, GIVEN,    1, ACCEPTED,  NOTHING",
        "1, FREE,     1, DONE,      NOTHING"
    })
    void doesWhatFollows(long attempt, Phase phase, long told, Told what, Work work) {
        assertThat(new Participation(attempt, phase).on(told, what)).isEqualTo(work);
    }

    @Test
    void whatNothingIsDoneAboutIsKnownAllTheSame() {
        Participation free = new Participation(1, Phase.FREE);
        assertThat(free.after(3, Work.NOTHING, null)).isEqualTo(new Participation(3, Phase.FREE));
        assertThat(free.after(1, Work.NOTHING, null)).isEqualTo(free);
    }

    @Test
    void whoRefusesHoldsNothing() {
        assertThat(Participation.NOTHING.after(1, Work.PREPARE, "full")).isEqualTo(new Participation(1, Phase.REFUSED));
        assertThat(Participation.NOTHING.after(1, Work.PREPARE, null)).isEqualTo(new Participation(1, Phase.PREPARED));
        assertThat(new Participation(1, Phase.PREPARED).after(1, Work.GIVE, null))
                .isEqualTo(new Participation(1, Phase.GIVEN));
        assertThat(new Participation(1, Phase.PREPARED).after(2, Work.LET_GO, null))
                .isEqualTo(new Participation(1, Phase.FREE));
    }
}
