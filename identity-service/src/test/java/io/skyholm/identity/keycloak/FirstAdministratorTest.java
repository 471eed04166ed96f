package io.skyholm.identity.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The first administrator keeps their first password on a developer's machine only. */
class FirstAdministratorTest {

    private static final UUID FIRST = UUID.randomUUID();

    @Test
    void firstPasswordIsTemporaryButOnADevelopersMachine() {
        assertThat(administrator(false).startsAfresh()).isTrue();
        assertThat(administrator(true).startsAfresh()).isFalse();
    }

    @Test
    void firstPasswordIsTheFirstAdministratorsAlone() {
        assertThat(administrator(false).password(FIRST)).contains("a first password");
        assertThat(administrator(false).password(UUID.randomUUID())).isEmpty();
    }

    @Test
    void whereNoneIsConfiguredNobodyHasAFirstPassword() {
        FirstAdministrator none = new FirstAdministrator(Optional.empty(), Optional.of("a first password"), true);
        assertThat(none.id()).isEmpty();
        assertThat(none.password(FIRST)).isEmpty();
    }

    private static FirstAdministrator administrator(boolean local) {
        return new FirstAdministrator(Optional.of(FIRST), Optional.of("a first password"), local);
    }
}
