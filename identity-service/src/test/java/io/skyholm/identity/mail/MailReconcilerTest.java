package io.skyholm.identity.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.identity.Fresh;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Tasks;
import io.skyholm.runtime.testing.fixtures.TestClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Mail is sent or given up, and then nothing is left of what it said. */
@QuarkusTest
class MailReconcilerTest {

    private static final Sql SQL = Sql.asSuperuser("identity");

    @Test
    void mailThatNobodyWokeIsSentAndBlanked() {
        String address = Fresh.username() + "@example.com";
        queue(address, Duration.ofDays(1));
        Eventually.rows(1, "select count(*) from mail where recipient = ? and state = 'SENT' and body = ''", address);
        assertThat(new Mailbox(address).mail(1)).contains("Subject: Words").contains("a secret");
    }

    @Test
    void mailIsGivenUpAtItsDeadlineAndBlanked() {
        String address = Fresh.username() + "@example.com";
        queue(address, Duration.ofSeconds(-1));
        Eventually.rows(1, "select count(*) from mail where recipient = ? and state = 'FAILED' and body = ''", address);
        assertThat(new Mailbox(address).mails()).isEmpty();
    }

    private static void queue(String address, Duration timeout) {
        UUID id = UUID.randomUUID();
        SQL.change("""
                insert into mail (id, recipient, subject, body, state, attempts, deadline, created_at)
                values (?, ?, 'Words', 'a secret', 'QUEUED', 0, ?, now())""", id, address, Timestamp.from(TestClock.now().plus(timeout)));
        Tasks.lookAgain("mail", id);
    }
}
