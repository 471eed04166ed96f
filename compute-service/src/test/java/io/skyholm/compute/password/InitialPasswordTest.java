package io.skyholm.compute.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.secrets.Sealed;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How long a first password is kept. */
class InitialPasswordTest {

    private final InitialPassword password = new InitialPassword(new Sealed("key", "sealed"), "hash");

    @Test
    void itIsKeptSealedUntilSomebodyHasSeenIt() {
        assertThat(password.sealed()).contains(new Sealed("key", "sealed"));
        assertThat(password.isShown()).isFalse();
        password.shown(Instant.EPOCH);
        assertThat(password.sealed()).isEmpty();
        assertThat(password.isShown()).isTrue();
    }

    /** The instance may be told to its host again, and boots with the same. */
    @Test
    void whatItsHostIsToldStays() {
        password.shown(Instant.EPOCH);
        assertThat(password.hash()).isEqualTo("hash");
    }

    @Test
    void whatIsForgottenWasNotSeenByAnybody() {
        password.forget();
        assertThat(password.sealed()).isEmpty();
        assertThat(password.isShown()).isFalse();
    }
}
