package io.skyholm.identity.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.runtime.testing.fixtures.Constraints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no password before the directory is asked. */
class NewPasswordTest {

    @ParameterizedTest
    @ValueSource(strings = {"ada.lovelace", "ADA.Lovelace", "ada.lovelace@example.com", "Ada.Lovelace@EXAMPLE.com"})
    void nameOrAddressOfTheUserIsRefused(String password) {
        assertThatThrownBy(() -> check(password)).hasMessage("password is refused: it is your name or your address");
    }

    @Test
    void passwordIsAsLongAsTheRealmWantsIt() throws IOException {
        assertThat(Files.readString(Path.of("../deploy/keycloak/skyholm-realm.json")))
                .contains("\"passwordPolicy\": \"length(12) and maxLength(128) ");
        assertThat(wrong("x".repeat(11))).containsExactly("password");
        assertThat(wrong("x".repeat(12))).isEmpty();
        assertThat(wrong("x".repeat(128))).isEmpty();
        assertThat(wrong("x".repeat(129))).containsExactly("password");
        assertThat(wrong("\uD83D\uDE00".repeat(11))).containsExactly("password");
        assertThat(wrong("\uD83D\uDE00".repeat(12))).isEmpty();
    }

    private static Set<String> wrong(String password) {
        return Constraints.brokenBy(new SetPassword(password, null));
    }

    @Test
    void passwordThatHoldsTheNameIsLeftToTheDirectory() {
        assertThatCode(() -> check("ada.lovelace and more")).doesNotThrowAnyException();
    }

    private static void check(String password) {
        new NewPassword(password).checkFor("ada.lovelace", "ada.lovelace@example.com");
    }
}
