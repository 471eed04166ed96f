package io.skyholm.identity.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The first administrator keeps their first password on a developer's machine only. */
class FirstAdministratorTest {

    @Test
    void firstPasswordIsTemporaryButOnADevelopersMachine() {
        assertThat(administrator(false).startsAfresh()).isTrue();
        assertThat(administrator(true).startsAfresh()).isFalse();
    }

    private static FirstAdministrator administrator(boolean local) {
        return new FirstAdministrator(Optional.of(UUID.randomUUID()), Optional.of("a first password"), local);
    }
}
