package io.skyholm.agent.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each has its turn, however many there are. */
class TurnsTest {

    private final Turns turns = new Turns(2);

    @Test
    void allHaveTheirTurnOneAfterTheOther() {
        List<String> ports = List.of("a", "b", "c", "d", "e");
        assertThat(turns.next(ports)).containsExactly("a", "b");
        assertThat(turns.next(ports)).containsExactly("c", "d");
        assertThat(turns.next(ports)).containsExactly("e", "a");
        assertThat(turns.next(ports)).containsExactly("b", "c");
    }

    @Test
    void fewAreLookedAfterEachTimeAndNoneIsNoMatter() {
        assertThat(turns.next(List.of())).isEmpty();
        assertThat(turns.next(List.of("a"))).containsExactly("a");
        assertThat(turns.next(List.of("a"))).containsExactly("a");
    }

    @Test
    void whatHasBecomeFewerGoesOn() {
        turns.next(List.of("a", "b", "c", "d", "e"));
        turns.next(List.of("a", "b", "c", "d", "e"));
        assertThat(turns.next(List.of("a", "b"))).containsExactlyInAnyOrder("a", "b");
    }
}
