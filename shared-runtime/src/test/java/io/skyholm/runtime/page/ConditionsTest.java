package io.skyholm.runtime.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.sample.NoteMood;
import io.skyholm.runtime.tenant.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConditionsTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    record Wanted(
            @Nullable NoteMood mood,
            @Condition(Condition.IGNORING_CASE) @Nullable String title,
            @Condition("created_at >= ?") @Nullable Instant from) {}

    @Test
    void aComponentAsksForItsColumnUnlessItSaysOtherwise() {
        Statement statement = listed(new Wanted(NoteMood.CALM, "Milk", NOON));
        assertThat(statement.sql())
                .contains(" and mood = $1 and lower(title) = lower($2) and created_at >= $3 order by");
        assertThat(statement.parameters()).containsExactly("CALM", "Milk", NOON.atOffset(ZoneOffset.UTC), 11);
    }

    @Test
    void aComponentThatTheCallerLeftOutAsksForNothing() {
        Statement statement = listed(new Wanted(null, null, null));
        assertThat(statement.sql()).isEqualTo("select id from note where true order by id desc limit $1");
        assertThat(statement.parameters()).containsExactly(11);
    }

    private static Statement listed(Wanted wanted) {
        return ListQuery.of("select id from note").matching(wanted).page(new PageRequest(10, null));
    }
}
