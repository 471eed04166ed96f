package io.skyholm.runtime.outbox;

import io.skyholm.events.EventJson;
import java.nio.charset.StandardCharsets;

/**
 * What the outbox takes. The relay sends everybody's events one after the other, and a record that Kafka refuses for its size
 * stops it for good: so the transaction that would write such an event fails instead.
 */
public final class OutboxPayload {

    /** With an event's headers, of a few kilobytes, it is below what a topic takes in one batch: 1,048,588 bytes. */
    static final int MOST_BYTES = 900_000;

    /** No character of a Java text takes more bytes than that in UTF-8. */
    private static final int MOST_BYTES_OF_A_CHARACTER = 3;

    private OutboxPayload() {}

    /** The payload's text; fails if it is too large to be sent. */
    public static String write(Object payload) {
        String text = EventJson.write(payload);
        if (text.length() > MOST_BYTES / MOST_BYTES_OF_A_CHARACTER) {
            int bytes = text.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_BYTES) {
                throw new IllegalArgumentException("A %s of %,d bytes is too large for an event: at most %,d"
                        .formatted(payload.getClass().getSimpleName(), bytes, MOST_BYTES));
            }
        }
        return text;
    }
}
