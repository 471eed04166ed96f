package io.skyholm.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.runtime.tenant.Ids;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Mail is handed to a server as RFC 5321 says. */
class SmtpTransportTest {

    private static final Vertx VERTX = Vertx.vertx();

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void mailReachesTheServerWithItsWordsAndItsId() {
        try (PostOffice office = PostOffice.open(VERTX)) {
            QueuedMail mail = mail("Grüße, with a token:\n\nabc\n.\nend\n");
            transport(office.port(), "DISABLED").send(mail).await().atMost(Duration.ofSeconds(15));
            String taken = office.taken().getFirst();
            assertThat(taken)
                    .contains("MAIL FROM:<no-reply@localhost>")
                    .contains("RCPT TO:<ada@example.com>")
                    .contains("Subject: A subject")
                    .contains(mail.id().toString())
                    .contains("=C3=BC");
        }
    }

    @Test
    void serverWithoutTlsGetsNothingWhereTlsIsRequired() {
        try (PostOffice office = PostOffice.open(VERTX)) {
            assertThatThrownBy(() -> transport(office.port(), "REQUIRED")
                            .send(mail("secret"))
                            .await()
                            .atMost(Duration.ofSeconds(15)))
                    .isInstanceOf(RuntimeException.class);
            assertThat(office.taken()).isEmpty();
        }
    }

    private static QueuedMail mail(String body) {
        Instant now = Instant.now();
        return new QueuedMail(Ids.next(), "ada@example.com", "A subject", body, 0, now, now);
    }

    private static SmtpTransport transport(int port, String startTls) {
        return new SmtpTransport(new Settings(port, startTls), VERTX);
    }

    /** A server on this machine that asks nobody who they are. */
    private record Settings(int port, String startTls) implements MailSettings {

        @Override
        public Optional<Path> folder() {
            return Optional.empty();
        }

        @Override
        public String from() {
            return "Skyholm <no-reply@localhost>";
        }

        @Override
        public String host() {
            return "127.0.0.1";
        }

        @Override
        public boolean tls() {
            return false;
        }

        @Override
        public Optional<String> user() {
            return Optional.empty();
        }

        @Override
        public Optional<String> password() {
            return Optional.empty();
        }

        @Override
        public int mostPerRecipient() {
            return 1;
        }

        @Override
        public int mostPerOrigin() {
            return 1;
        }

        @Override
        public int mostPerRecipientADay() {
            return 1;
        }

        @Override
        public int mostPerTenantADay() {
            return 1;
        }
    }
}
