package io.skyholm.identity.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.identity.QuotaConfig;
import org.junit.jupiter.api.Test;

/** Limits in a column are those that were put there. */
class QuotaColumnTest {

    private final QuotaColumn column = new QuotaColumn();

    @Test
    void limitsComeBackAsTheyWere() {
        QuotaConfig quota = new QuotaConfig(3L, null, 4_096L, null, 0L, null, null, 5L);
        assertThat(column.convertToEntityAttribute(column.convertToDatabaseColumn(quota)))
                .isEqualTo(quota);
    }

    @Test
    void noLimitsAreNoColumn() {
        assertThat(column.convertToDatabaseColumn(null)).isNull();
        assertThat(column.convertToEntityAttribute(null)).isNull();
    }
}
