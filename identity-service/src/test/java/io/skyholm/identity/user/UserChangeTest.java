package io.skyholm.identity.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.identity.UserStatus;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.problem.Problem;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a change makes of a user. */
class UserChangeTest {

    private static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");

    private final User user = new User(
            UUID.randomUUID(),
            UUID.randomUUID(),
            RequestBody.read("""
                    {"username": "ada", "email": "ada@example.com", "firstName": "Ada", "lastName": "Lovelace"}""", CreateUser.class),
            Revision.first(null, Instant.EPOCH));

    @Test
    void fieldThatIsLeftOutStaysAndOneThatIsNullIsCleared() {
        change("{\"lastName\": null}");
        assertThat(user.firstName).isEqualTo("Ada");
        assertThat(user.lastName).isNull();
        assertThat(user.fullName()).isEqualTo("Ada");
    }

    @Test
    void deletedIsNoStatusToChangeTo() {
        assertThatThrownBy(() -> change("{\"status\": \"DELETED\"}"))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("status ");
        assertThat(user.status).isEqualTo(UserStatus.ACTIVE);
    }

    @Test
    void newAddressHasToBeProvedAnew() {
        user.emailVerified = true;
        change("{\"email\": \"ADA@example.com\"}");
        assertThat(user.emailVerified).isTrue();
        change("{\"email\": \"ada@elsewhere.example\"}");
        assertThat(user.email).isEqualTo("ada@elsewhere.example");
        assertThat(user.emailVerified).isFalse();
    }

    @Test
    void rolesAreReplacedAsAWholeAndStayIfTheyAreLeftOut() {
        change("{\"roles\": [\"USER\", \"colourist\"]}");
        change("{\"firstName\": \"Augusta\"}");
        assertThat(user.roles()).containsExactly("USER", "colourist");
        change("{\"roles\": [\"OPERATOR\"]}");
        assertThat(user.roles()).containsExactly("OPERATOR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOCKED", "INACTIVE"})
    void whoMayNoLongerComeInDoesNotDoSoWithAnOldToken(String status) {
        change("{\"status\": \"%s\"}".formatted(status));
        assertThat(user.status).isEqualTo(UserStatus.valueOf(status));
        assertThat(user.tokensNotBefore).isEqualTo(NOW);
    }

    @Test
    void tokensOfAnActiveUserLast() {
        change("{\"status\": \"ACTIVE\", \"email\": \"ada@elsewhere.example\"}");
        assertThat(user.tokensNotBefore).isNull();
    }

    @Test
    void limitsIdsAndSecondFactorAreReplaced() {
        change("""
                {"quotaConfig": {"instances": 3}, "externalIds": {"github": "ada"}, "totpRequired": true}""");
        change("{\"quotaConfig\": null, \"externalIds\": {\"gitlab\": \"ada\"}}");
        assertThat(user.quotaConfig).isNull();
        assertThat(user.externalIds).isEqualTo(Map.of("gitlab", "ada"));
        assertThat(user.totpRequired).isTrue();
    }

    private void change(String body) {
        RequestBody.read(body, ChangeUser.class).applyTo(user, NOW);
    }
}
