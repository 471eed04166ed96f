package io.skyholm.billing.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.testing.fixtures.Constraints;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What of a plan can change, and what is a new version of it. */
class ChangePlanTest {

    private final Plan plan = plan("""
            {"kind": "VPS", "name": "medium", "vcpus": 2, "memoryMb": 4096, "diskGb": 80,
             "baseCost": "16.00", "markupPercentage": "25"}""");

    @Test
    void ratesOfANewPlanFollowFromItsCost() {
        assertThat(plan.monthlyRate()).isEqualTo("20.00");
        assertThat(plan.hourlyRate()).isEqualTo("0.027397");
        assertThat(plan.version).isEqualTo(1);
        assertThat(plan.isActive).isTrue();
    }

    @Test
    void otherTermsAreANewVersionAndOtherWordsAreNot() {
        assertThat(change("{\"name\": \"middle\", \"availableRegions\": [\"eu\"], \"isActive\": false}"))
                .isFalse();
        assertThat(change("{\"vcpus\": 2, \"markupPercentage\": \"25.000\"}"))
                .as("as they are")
                .isFalse();
        assertThat(plan.version).isEqualTo(1);
        assertThat(change("{\"diskGb\": 100}")).isTrue();
        assertThat(change("{\"transferGb\": 4000}")).isTrue();
        assertThat(change("{\"transferGb\": null}")).isTrue();
        assertThat(plan.version).isEqualTo(4);
        assertThat(plan.monthlyRate()).as("sizes change no rate").isEqualTo("20.00");
    }

    @Test
    void ratesFollowACostUnlessTheyAreGiven() {
        change("{\"markupPercentage\": \"50\"}");
        assertThat(plan.monthlyRate()).isEqualTo("24.00");
        assertThat(plan.hourlyRate()).isEqualTo("0.032877");
        change("{\"baseCost\": \"10\", \"hourlyRate\": \"0.02\"}");
        assertThat(plan.monthlyRate()).isEqualTo("15.00");
        assertThat(plan.hourlyRate()).isEqualTo("0.02");
        change("{\"monthlyRate\": \"7.30\"}");
        assertThat(plan.hourlyRate()).isEqualTo("0.01");
        change("{\"hourlyRate\": \"0.0125\"}");
        assertThat(plan.monthlyRate()).isEqualTo("7.30");
        assertThat(plan.hourlyRate()).isEqualTo("0.0125");
        change("{\"baseCost\": null}");
        assertThat(plan.monthlyRate()).as("it keeps its price without a cost").isEqualTo("7.30");
        assertThat(plan.baseCost()).isNull();
    }

    @Test
    void memoryOfAVpsIsWholeGigabytesAndThatOfAContainerIsNot() {
        assertThatThrownBy(() -> change("{\"memoryMb\": 1536}"))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("memoryMb");
        Plan container = plan("""
                {"kind": "CONTAINER", "name": "half", "vcpus": 1, "memoryMb": 512, "diskGb": 5, "monthlyRate": "3.65"}""");
        assertThat(container.hourlyRate()).isEqualTo("0.005");
    }

    @Test
    void retiredPlanIsNotChosenAnyMore() {
        plan.retire();
        assertThat(plan.isActive).isFalse();
    }

    @Test
    void ratesAreDecimalNumbersThatAreNotBelowZero() {
        assertThat(Constraints.brokenBy(RequestBody.read("{\"hourlyRate\": \"-1\"}", ChangePlan.class)))
                .containsExactly("hourlyRate");
        assertThat(Constraints.brokenBy(RequestBody.read("{\"baseCost\": \"1e3\"}", ChangePlan.class)))
                .containsExactly("baseCost");
        assertThat(Constraints.brokenBy(RequestBody.read("{\"baseCost\": \"1.5\"}", ChangePlan.class)))
                .isEmpty();
    }

    private boolean change(String json) {
        return RequestBody.read(json, ChangePlan.class).applyTo(plan);
    }

    private static Plan plan(String json) {
        CreatePlan command = RequestBody.read(json, CreatePlan.class);
        return new Plan(UUID.randomUUID(), command, "EUR", Revision.first(null, Instant.EPOCH));
    }
}
