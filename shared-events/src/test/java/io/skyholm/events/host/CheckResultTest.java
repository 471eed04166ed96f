package io.skyholm.events.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.EventJson;
import io.skyholm.events.MalformedEventException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a host may say that it has found. */
class CheckResultTest {

    @Test
    void whatWasFoundIsReadAsItWasWritten() {
        CheckResult result = new CheckResult(CheckOutcome.DAMAGED, List.of("It is too short", "Restore a backup"));
        assertThat(EventJson.read(EventJson.write(result), CheckResult.class)).isEqualTo(result);
    }

    @Test
    void whatCannotBeStoredIsRefused() {
        int most = CheckResult.MOST_FINDINGS;
        assertThat(new CheckResult(CheckOutcome.SOUND, Collections.nCopies(most, "x")).findings())
                .hasSize(most);
        assertThatThrownBy(() -> new CheckResult(CheckOutcome.SOUND, Collections.nCopies(most + 1, "x")))
                .isInstanceOf(MalformedEventException.class)
                .hasMessageContaining("too many findings");
        assertThatThrownBy(() -> new CheckResult(CheckOutcome.SOUND, List.of("a\0b")))
                .isInstanceOf(MalformedEventException.class);
        assertThatThrownBy(() -> new CheckResult(CheckOutcome.SOUND, List.of("x".repeat(10_001))))
                .isInstanceOf(MalformedEventException.class);
        assertThatThrownBy(() -> EventJson.read("{\"findings\":[]}", CheckResult.class))
                .hasStackTraceContaining("A report without the outcome of a check");
    }
}
