package io.skyholm.identity.user;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    void passwordIsOnlySoLong() {
        assertThatCode(() -> check("x".repeat(128))).doesNotThrowAnyException();
        assertThatThrownBy(() -> check("x".repeat(129))).hasMessage("password must be at most 128 characters");
    }

    @Test
    void passwordThatHoldsTheNameIsLeftToTheDirectory() {
        assertThatCode(() -> check("ada.lovelace and more")).doesNotThrowAnyException();
    }

    private static void check(String password) {
        new NewPassword(password).checkFor("ada.lovelace", "ada.lovelace@example.com");
    }
}
