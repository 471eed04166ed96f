package io.skyholm.identity.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.identity.UserStatus;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.problem.Problem;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a change makes of a user. */
class UserChangeTest {

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

    private void change(String body) {
        RequestBody.read(body, ChangeUser.class).applyTo(user);
    }
}
