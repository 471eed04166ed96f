package io.skyholm.events.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostTextTest {

    @Test
    void whatIsShortStaysAsItIs() {
        assertThat(HostText.cut("no space left")).isEqualTo("no space left");
        assertThat(HostText.cutIfAny(null)).isNull();
    }

    @Test
    void aLongTextEndsEarly() {
        assertThat(HostText.cut("x".repeat(600_000))).hasSize(HostText.LONGEST);
    }

    @Test
    void noCharacterIsCutInTwo() {
        String cut = HostText.cut("x".repeat(HostText.LONGEST - 1) + "\ud83d\ude00");
        assertThat(cut).isEqualTo("x".repeat(HostText.LONGEST - 1));
    }

    @Test
    void whatCannotBeStoredIsReplaced() {
        assertThat(HostText.cut("a\0b")).isEqualTo("a\ufffdb");
    }
}
