package io.skyholm.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventJsonTest {

    record Price(
            BigDecimal amount,
            Instant since,
            long generation,
            @Nullable String remark) {}

    private static final Price PRICE =
            new Price(new BigDecimal("1000000000.10"), Instant.parse("2026-03-02T09:30:00Z"), 2, null);

    private static final String TEXT =
            "{\"amount\":\"1000000000.10\",\"since\":\"2026-03-02T09:30:00Z\",\"generation\":2}";

    @Test
    void moneyIsTextTimesAreUtcAndNullIsAbsent() {
        assertThat(EventJson.write(PRICE)).isEqualTo(TEXT);
    }

    @Test
    void whatIsWrittenIsRead() {
        assertThat(EventJson.read(TEXT, Price.class)).isEqualTo(PRICE);
    }

    @Test
    void unknownFieldsArePassedOver() {
        assertThat(EventJson.read(TEXT.replace("}", ",\"currency\":\"EUR\"}"), Price.class))
                .isEqualTo(PRICE);
    }

    @Test
    void nullIsNoPayload() {
        assertThatThrownBy(() -> EventJson.read("null", Price.class)).isInstanceOf(MalformedEventException.class);
    }

    @Test
    void missingGenerationIsRefused() {
        assertThatThrownBy(() -> EventJson.read("{\"amount\":\"1\"}", Price.class))
                .isInstanceOf(MalformedEventException.class);
    }
}
