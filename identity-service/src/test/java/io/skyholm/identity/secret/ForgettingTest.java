package io.skyholm.identity.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.identity.Fresh;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.testing.Chains;
import io.skyholm.runtime.testing.Sql;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What has had its day is forgotten, and nothing else. */
@QuarkusTest
class ForgettingTest {

    private static final Sql SQL = Sql.asSuperuser("identity");
    private static final String OF = "select count(*) from mail where recipient = ?";

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus puts it in.
    TenantTransaction transactions;

    @Test
    void oldMailIsForgotten() {
        String old = mail("31 days");
        String recent = mail("29 days");
        Chains.outcomeOf(() -> transactions.change(Cause.platform(), Forgetting::forget));
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
