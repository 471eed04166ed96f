package io.skyholm.runtime.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.EventJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OutboxPayloadTest {

    /** Each has two quotation marks around it. */
    private static final int LONGEST = OutboxPayload.MOST_BYTES - 2;

    /** Kafka's own for a batch, and with it for a record, since no topic has another. */
    private static final int TOPIC_TAKES = 1_048_588;

    /** More than all headers of an event: the longest of them, the program of a caller, is cut at 256 characters. */
    private static final int HEADERS = 8_192;

    @Test
    void aPayloadOfTheLargestSizeIsTaken() {
        String text = "x".repeat(LONGEST);
        assertThat(OutboxPayload.write(text)).isEqualTo('"' + text + '"');
    }

    @Test
    void aLargerOneIsRefused() {
        assertThatThrownBy(() -> OutboxPayload.write("x".repeat(LONGEST + 1))).hasMessageContaining("too large");
    }

    @Test
    void bytesAreCountedAndNotCharacters() {
        assertThat(OutboxPayload.write("é".repeat(LONGEST / 2))).hasSize(LONGEST / 2 + 2);
        assertThatThrownBy(() -> OutboxPayload.write("é".repeat(LONGEST / 2 + 1)))
                .hasMessageContaining("too large");
    }

    @Test
    void whatIsTakenTheRelaySendsAndATopicTakes() throws IOException {
        String sends = connector().get("producer.override.max.request.size");
        assertThat(Integer.parseInt(sends))
                .isGreaterThan(OutboxPayload.MOST_BYTES + HEADERS)
                .isLessThanOrEqualTo(TOPIC_TAKES);
    }

    private static Map<String, String> connector() throws IOException {
        try (InputStream connector = OutboxPayloadTest.class.getResourceAsStream("/debezium/outbox-connector.json")) {
            String text = new String(Objects.requireNonNull(connector).readAllBytes(), StandardCharsets.UTF_8);
            return EventJson.readTexts(text);
        }
    }
}
