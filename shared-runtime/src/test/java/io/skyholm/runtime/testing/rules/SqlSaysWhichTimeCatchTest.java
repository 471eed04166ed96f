package io.skyholm.runtime.testing.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The check of the times in statements catches what it is for. */
class SqlSaysWhichTimeCatchTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"where due_at < now()", "values ($1, now(), $2)", "at > current_timestamp", "(clock_timestamp())"
            })
    void realTimeIsSeen(String sql) {
        assertThat(SqlSaysWhichTime.meansRealTime(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"where due_at < calendar_now()", "from unknown", "select sign_now()"})
    void calendarTimeIsNot(String sql) {
        assertThat(SqlSaysWhichTime.meansRealTime(sql)).isFalse();
    }

    @Test
    void aClassThatIsNotNamedIsCaught() {
        assertThatThrownBy(() -> SqlSaysWhichTime.butIn(Map.of("ReconcileQueue", "leases")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("RetentionStore");
    }

    @Test
    void aClassThatIsNamedForNothingIsCaught() {
        assertThatThrownBy(() -> SqlSaysWhichTime.butIn(
                        Map.of("ReconcileQueue", "leases", "RetentionStore", "ages", "Outbox", "nothing")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Outbox");
    }
}
