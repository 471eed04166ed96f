package io.skyholm.system.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Api.Answer;
import io.skyholm.system.suite.Cloud;
import io.skyholm.system.suite.Customer;
import io.skyholm.system.suite.Database;
import io.skyholm.system.suite.RunningSuite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Quotas and capacity are limits for any number of callers at once, and what is given back is used again. */
class LimitsHoldJourney {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int HOSTS = 3;
    private static final int SHORT_OF = 507;

    private final Api operator = RunningSuite.as(RunningSuite.administrator());
    private final Customer customer = Customer.join(operator);
    private final Cloud cloud = new Cloud(customer.api());

    @Test
    void quotaReachedByTwoAtOnceLetsOneIn() throws Exception {
        operator.patch("/v1/tenants/" + customer.tenantId(), Map.of("quotaConfig", Map.of("instances", 1)))
                .expecting(200);
        Eventually.until(SOON, this::quotaIsKnown);
        List<Answer> answers = atOnce(2, () -> cloud.ask(1, 1, Map.of()));
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(202, SHORT_OF);
        Answer accepted = answers.stream()
                .filter(answer -> answer.status() == 202)
                .findFirst()
                .orElseThrow();
        cloud.succeeded(accepted);
        cloud.gone(accepted.text("resourceId"));
        cloud.gone(cloud.running(Map.of()));
    }

    /** Each host has room for one so large; the next waits, says why, and runs once there is room. */
    @Test
    void whoFindsNoRoomWaitsUntilThereIs() {
        List<String> filling = new ArrayList<>();
        for (int host = 0; host < HOSTS; host++) {
            Answer asked = cloud.ask(1, 30, Map.of()).expecting(202);
            cloud.succeeded(asked);
            filling.add(asked.text("resourceId"));
        }
        Answer waiting = cloud.ask(1, 30, Map.of()).expecting(202);
        JsonNode why = Eventually.get(SOON, () -> {
            JsonNode instance = cloud.instance(waiting.text("resourceId"));
            return instance.has("waiting") ? instance.path("waiting") : null;
        });
        assertThat(why.toString()).doesNotContain("host-");
        cloud.gone(filling.removeFirst());
        cloud.succeeded(waiting);
        cloud.gone(waiting.text("resourceId"));
        filling.forEach(cloud::gone);
    }

    private boolean quotaIsKnown() {
        return Database.asOperator()
                        .number("select count(*) from compute.quota_usage where max_instances = 1 and scope_id = '"
                                + customer.tenantId() + "'")
                == 1;
    }

    private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        try (ExecutorService callers = Executors.newFixedThreadPool(times)) {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : callers.invokeAll(Collections.nCopies(times, call))) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
