package io.skyholm.identity.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A Keycloak that is away is told from one that refuses. */
class KeycloakFailuresTest {

    @ParameterizedTest
    @MethodSource("ofTheNetwork")
    void whatTheNetworkSaysIsAKeycloakThatIsAway(Throwable failure) {
        assertThat(KeycloakFailures.isAway(failure)).isTrue();
        assertThat(KeycloakFailures.status(failure)).isZero();
    }

    static Stream<Throwable> ofTheNetwork() {
        return Stream.of(
                new ProcessingException("connection refused"),
                new IOException("connection reset"),
                new TimeoutException("no answer"));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void serverThatFailsIsAway(int status) {
        assertThat(KeycloakFailures.isAway(new WebApplicationException(status))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409})
    void serverThatRefusesIsThere(int status) {
        WebApplicationException refusal = new WebApplicationException(status);
        assertThat(KeycloakFailures.isAway(refusal)).isFalse();
        assertThat(KeycloakFailures.status(refusal)).isEqualTo(status);
    }

    @Test
    void faultOfOursIsNoKeycloakThatIsAway() {
        assertThat(KeycloakFailures.isAway(new IllegalStateException("a fault")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"409, true", "500, true", "400, false", "404, false", "503, false"})
    void whoMeetsAnotherInKeycloaksRowsIsToldFromWhoIsRefused(int status, boolean collision) {
        assertThat(KeycloakFailures.isCollision(new WebApplicationException(status)))
                .isEqualTo(collision);
    }
}
