package io.skyholm.network.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What callers read when the database gives no address. */
class RefusedClaimTest {

    @ParameterizedTest
    @CsvSource({
        "FULL, SUBNET_EXHAUSTED, 507",
        "TAKEN, ADDRESS_TAKEN, 409",
        "FROZEN, ADDRESS_COOLS_DOWN, 409",
        "TENANT, QUOTA_EXCEEDED, 507",
        "GROUP, QUOTA_EXCEEDED, 507",
        "USER, QUOTA_EXCEEDED, 507"
    })
    void everyOutcomeHasACode(String outcome, String code, int status) {
        Problem problem = AddressProblems.refused(outcome);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.getResponse().getStatus()).isEqualTo(status);
    }

    @Test
    void limitThatIsReachedIsNamed() {
        assertThat(AddressProblems.refused("GROUP").detail()).contains("of the group is reached");
    }
}
