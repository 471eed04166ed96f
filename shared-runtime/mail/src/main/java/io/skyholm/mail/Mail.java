package io.skyholm.mail;

import static java.time.temporal.ChronoUnit.MICROS;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mail on its way. */
@Entity
class Mail {

    @Id
    UUID id;

    @Nullable UUID tenantId;

    String recipient;
    String subject;
    String body;

    @Enumerated(EnumType.STRING)
    MailState state;

    int attempts;
    Instant deadline;
    Instant createdAt;

    @Nullable Instant sentAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Mail() {}

    Mail(UUID id, MailMessage message, Instant now, Duration timeout) {
        this.id = id;
        this.tenantId = message.tenantId();
        this.recipient = message.recipient();
        this.subject = message.subject();
        this.body = message.body();
        this.state = MailState.QUEUED;
        this.createdAt = now.truncatedTo(MICROS);
        this.deadline = createdAt.plus(timeout);
    }
}
