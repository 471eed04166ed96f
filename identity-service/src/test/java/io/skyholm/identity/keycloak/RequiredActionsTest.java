package io.skyholm.identity.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Keycloak asks of a user at their next login. */
class RequiredActionsTest {

    private static final String TOTP = "CONFIGURE_TOTP";

    @Test
    void userOfWhomNothingIsAskedHasNoActions() {
        assertThat(RequiredActions.of(Map.of("username", "ada"))).isEmpty();
        assertThat(RequiredActions.of(Map.of("requiredActions", "none"))).isEmpty();
    }

    @Test
    void secondFactorIsAskedForBesideWhatIsAskedAlready() {
        Map<String, Object> user = user("UPDATE_PASSWORD");
        assertThat(RequiredActions.of(RequiredActions.withTotp(user))).containsExactly("UPDATE_PASSWORD", TOTP);
    }

    @Test
    void secondFactorIsNoLongerAskedForAndTheRestStays() {
        Map<String, Object> user = user(TOTP, "UPDATE_PASSWORD");
        assertThat(RequiredActions.of(RequiredActions.withoutTotp(user))).containsExactly("UPDATE_PASSWORD");
        assertThat(RequiredActions.of(RequiredActions.withoutTotp(Map.of()))).isEmpty();
    }

    @Test
    void whatElseIsKnownOfTheUserStaysAndTheUserThatWasReadIsNotChanged() {
        Map<String, Object> user = user();
        assertThat(RequiredActions.withTotp(user))
                .containsEntry("username", "ada")
                .containsEntry("requiredActions", List.of(TOTP));
        assertThat(RequiredActions.of(user)).isEmpty();
    }

    private static Map<String, Object> user(String... actions) {
        return Map.of("username", "ada", "requiredActions", List.of(actions));
    }
}
