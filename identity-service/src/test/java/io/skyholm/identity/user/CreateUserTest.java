package io.skyholm.identity.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.testing.fixtures.Constraints;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a new user is asked for with. */
class CreateUserTest {

    @ParameterizedTest
    @ValueSource(strings = {"ada", "7ada", "ada.lovelace_2@example-1.com"})
    void usernameOfSmallLettersIsTaken(String username) {
        assertThat(broken(username, "ada@example.com")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Ada", ".ada", "ada lovelace", "ada/../eve", "ädä"})
    void otherUsernamesAreRefused(String username) {
        assertThat(broken(username, "ada@example.com")).containsExactly("username");
    }

    @Test
    void usernameIsOnlySoLong() {
        assertThat(broken("a".repeat(100), "ada@example.com")).isEmpty();
        assertThat(broken("a".repeat(101), "ada@example.com")).containsExactly("username");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "ada@", "@example.com", "a da@example.com"})
    void whatIsNoAddressIsRefused(String email) {
        assertThat(broken("ada", email)).containsExactly("email");
    }

    @Test
    void rolesAreLeftOutOrSome() {
        String user = "{\"username\": \"ada\", \"email\": \"ada@example.com\"%s}";
        assertThat(Constraints.brokenBy(RequestBody.read(user.formatted(""), CreateUser.class)))
                .isEmpty();
        assertThat(Constraints.brokenBy(RequestBody.read(user.formatted(", \"roles\": []"), CreateUser.class)))
                .containsExactly("roles");
    }

    private static Set<String> broken(String username, String email) {
        return Constraints.brokenBy(new CreateUser(null, username, email, null, null, null, null, Map.of()));
    }
}
