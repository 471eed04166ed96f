package io.skyholm.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessMarkTest {
    private static final String AFTER_NAME =
            " S 1 42 42 0 -1 4194560 100 0 0 0 5 3 0 0 20 0 1 0 987654 1000 100 18446744073709551615";

    @Test
    void aLivingProcessIsRecognised() {
        ProcessMark mark = ProcessMark.of(ProcessHandle.current()).orElseThrow();

        assertThat(ProcessMark.parse(mark.toString()).flatMap(ProcessMark::living))
                .contains(ProcessHandle.current());
    }

    @Test
    void aNumberThatIsUsedAgainIsNotTaken() {
        ProcessMark mark = ProcessMark.of(ProcessHandle.current()).orElseThrow();

        assertThat(new ProcessMark(mark.pid(), mark.birth() + "0").living()).isEmpty();
    }

    @Test
    void nonsenseIsNoMark() {
        for (String text : new String[] {"", "12", "x y", "12345678901234567890 y", "-1 y"}) {
            assertThat(ProcessMark.parse(text)).isEmpty();
        }
    }

    @Test
    void theStartIsFoundBehindAnyName() {
        assertThat(ProcessMark.startTicks("42 (java)" + AFTER_NAME)).contains("987654");
        assertThat(ProcessMark.startTicks("42 (a) S (b c)" + AFTER_NAME)).contains("987654");
    }

    @Test
    void aZombieHasEnded() {
        assertThat(ProcessMark.startTicks("42 (java)" + AFTER_NAME.replace(" S 1", " Z 1")))
                .isEmpty();
    }
}
