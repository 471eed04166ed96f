package io.skyholm.mail;

import java.time.Instant;
import java.util.UUID;

/** A mail that waits to be sent. */
record QueuedMail(
        UUID id, String recipient, String subject, String body, int attempts, Instant deadline, Instant createdAt) {

    /** Nobody reads a mail in a log. */
    @Override
    public String toString() {
        return "QueuedMail[" + id + "]";
    }
}
