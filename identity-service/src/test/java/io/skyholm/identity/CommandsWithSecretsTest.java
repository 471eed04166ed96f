package io.skyholm.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.identity.invitation.AcceptInvitation;
import io.skyholm.identity.keycloak.KeycloakAdmin;
import io.skyholm.identity.registration.ConfirmEmail;
import io.skyholm.identity.registration.ConfirmRegistration;
import io.skyholm.identity.reset.ConfirmReset;
import io.skyholm.identity.user.NewPassword;
import io.skyholm.identity.user.SetPassword;
import io.skyholm.runtime.access.Secret;
import io.skyholm.runtime.testing.fixtures.Constraints;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands that carry a password or a mailed token. */
class CommandsWithSecretsTest {

    private static final String SECRET = "correct horse battery staple";

    @ParameterizedTest
    @MethodSource("commands")
    void commandSaysNothingOfItsSecret(Object command) {
        assertThat(command.toString()).doesNotContain(SECRET);
    }

    static Stream<Object> commands() {
        return Stream.of(
                new AcceptInvitation(SECRET, "ada", SECRET, null, null),
                new ConfirmEmail(SECRET),
                new ConfirmRegistration(SECRET, SECRET),
                new ConfirmReset(SECRET, SECRET),
                new SetPassword(SECRET, true),
                new NewPassword(SECRET),
                new Secret(SECRET),
                new KeycloakAdmin.Credential("password", SECRET, false));
    }

    @ParameterizedTest
    @MethodSource("tokensAndPasswords")
    void shortTokenOrPasswordIsRefusedByItsField(Object command, String field) {
        assertThat(Constraints.brokenBy(command)).containsExactly(field);
    }

    static Stream<Arguments> tokensAndPasswords() {
        return Stream.of(
                Arguments.of(new AcceptInvitation("short", "ada", SECRET, null, null), "token"),
                Arguments.of(new AcceptInvitation(SECRET, "Ada", SECRET, null, null), "username"),
                Arguments.of(new AcceptInvitation(SECRET, "ada", "short", null, null), "password"),
                Arguments.of(new ConfirmEmail("short"), "token"),
                Arguments.of(new ConfirmRegistration("short", SECRET), "token"),
                Arguments.of(new ConfirmRegistration(SECRET, "short"), "password"),
                Arguments.of(new ConfirmReset("short", SECRET), "token"),
                Arguments.of(new ConfirmReset(SECRET, "short"), "password"),
                Arguments.of(new SetPassword("short", null), "password"));
    }
}
