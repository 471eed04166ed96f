package io.skyholm.identity.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.identity.Fresh;
import io.skyholm.runtime.housekeeping.Housekeeping;
import io.skyholm.runtime.testing.fixtures.Chains;
import io.skyholm.runtime.testing.fixtures.Sql;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whom mail went to is personal, and kept for a while only. */
@QuarkusTest
class OldMailTest {

    private static final Sql SQL = Sql.asSuperuser("identity");
    private static final String OF = "select count(*) from mail where recipient = ?";

    @Inject
    Housekeeping housekeeping;

    @Test
    void oldMailIsForgotten() {
        String old = mail("31 days");
        String recent = mail("29 days");
        Chains.outcomeOf(() -> housekeeping.round(Duration.ofMinutes(1)));
        assertThat(SQL.number(OF, old)).isZero();
        assertThat(SQL.number(OF, recent)).isEqualTo(1);
    }

    private static String mail(String age) {
        String address = Fresh.username() + "@example.com";
        SQL.change("""
                insert into mail (id, recipient, subject, body, state, attempts, deadline, created_at)
                values (?, ?, 'Words', '', 'SENT', 1, now(), now() - ?::interval)""", UUID.randomUUID(), address, age);
        return address;
    }
}
