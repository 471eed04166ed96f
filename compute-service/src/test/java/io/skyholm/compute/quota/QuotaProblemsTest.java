package io.skyholm.compute.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.compute.size.Size;
import io.skyholm.runtime.problem.Problem;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whose limit is in the way, as far as it can be told, and what is charged. */
class QuotaProblemsTest {

    private static final UUID TENANT = UUID.randomUUID();
    private static final UUID USER = UUID.randomUUID();

    @Test
    void limitOfTheTenantIsNamed() {
        Problem problem = QuotaProblems.exceeded(TENANT, USER, TENANT);
        assertThat(problem.code()).isEqualTo("QUOTA_EXCEEDED");
        assertThat(problem.detail()).startsWith("The quota of your tenant has not enough left");
    }

    @Test
    void limitOfTheUserIsNamed() {
        assertThat(QuotaProblems.exceeded(TENANT, USER, USER).detail()).startsWith("The quota of your user has");
    }

    @Test
    void limitOfAGroupMayBeTheUsersWhereTheUserIsNotKnown() {
        UUID group = UUID.randomUUID();
        assertThat(QuotaProblems.exceeded(TENANT, USER, group).detail()).contains("user or group");
        assertThat(QuotaProblems.exceeded(TENANT, null, USER).detail()).contains("user or group");
    }

    @Test
    void chargeOfAnotherSizeCountsInTheSameLimits() {
        Charge charge = new Charge(List.of("a", "b"), 1, new Size(2, 4, 10, 0));
        Size larger = new Size(4, 8, 10, 1);
        assertThat(charge.of(larger)).isEqualTo(new Charge(List.of("a", "b"), 1, larger));
    }
}
