package io.skyholm.identity.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of whom a second factor is demanded. */
class DemandedFactorTest {

    @ParameterizedTest
    @CsvSource({
        "ADMIN, false, true",
        "OPERATOR, false, true",
        "TENANT_ADMIN, false, false",
        "USER, false, false",
        "TENANT_ADMIN, true, true",
        "USER, true, true"
    })
    void whoRunsThePlatformNeedsOneAndWhoIsAskedTo(String role, boolean asked, boolean demanded) {
        assertThat(new SecondFactor(false).isDemandedOf(List.of("USER", role), asked))
                .isEqualTo(demanded);
    }

    @ParameterizedTest
    @CsvSource({"ADMIN, false, false", "OPERATOR, false, false", "ADMIN, true, true", "USER, true, true"})
    void onADevelopersMachineWhoIsAskedToAlone(String role, boolean asked, boolean demanded) {
        assertThat(new SecondFactor(true).isDemandedOf(List.of(role), asked)).isEqualTo(demanded);
    }
}
