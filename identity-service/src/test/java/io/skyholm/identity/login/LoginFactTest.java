package io.skyholm.identity.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.identity.LoginFact;
import io.skyholm.identity.keycloak.DirectoryEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of an attempt to log in. */
class LoginFactTest {

    private final UUID user = UUID.randomUUID();
    private final UUID tenant = UUID.randomUUID();

    @Test
    void loginOfAKnownUserIsTheirTenants() {
        LoginFact fact = LoginRecords.fact(event(DirectoryEvent.Kind.LOGIN, null), tenant, "ada");
        assertThat(fact.tenantId()).isEqualTo(tenant);
        assertThat(fact.userId()).isEqualTo(user);
        assertThat(fact.username()).isEqualTo("ada");
        assertThat(fact.ipAddress()).isEqualTo("192.0.2.7");
        assertThat(fact.at()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void loginOfWhoIsNobodyHereNamesNoUser() {
        LoginFact fact = LoginRecords.fact(event(DirectoryEvent.Kind.LOGIN_ERROR, "user_not_found"), null, "eve");
        assertThat(fact.tenantId()).isNull();
        assertThat(fact.userId()).isNull();
        assertThat(fact.username()).isEqualTo("eve");
        assertThat(fact.reason()).isEqualTo("user_not_found");
    }

    @ParameterizedTest
    @CsvSource({"LOGIN, SUCCEEDED", "LOGIN_ERROR, FAILED"})
    void attemptSucceededOrFailed(DirectoryEvent.Kind kind, LoginOutcome outcome) {
        assertThat(LoginOutcome.of(event(kind, null))).isEqualTo(outcome);
    }

    private DirectoryEvent event(DirectoryEvent.Kind kind, @Nullable String error) {
        return new DirectoryEvent("17", kind, Instant.EPOCH, user, null, "given", "192.0.2.7", error, null);
    }
}
