package io.skyholm.system.failures;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Customer;
import io.skyholm.system.suite.RunningSuite;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A wallet that carries two instances and no third runs empty: what runs stops after a day, and comes back with a top-up, whoever is killed on the way. */
class AnEmptyWalletStopsWhatRunsJourney {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final int SHORT_OF = 507;

    private final Api operator = RunningSuite.as(RunningSuite.administrator());
    private final Customer customer = Customer.join(operator);
    private final Api owner = customer.api();

    @Test
    void whatRunsIsStoppedWhenItsWalletIsEmptyAndStartsAgainAfterATopUp() {
        String plan = operator.post(
                        "/v1/plans",
                        Map.of(
                                "kind",
                                "VPS",
                                "name",
                                "Journey " + UUID.randomUUID(),
                                "vcpus",
                                1,
                                "memoryMb",
                                1024,
                                "diskGb",
                                10,
                                "hourlyRate",
                                "0.50",
                                "monthlyRate",
                                "300.00"))
                .expecting(201)
                .text("id");
        String wallet = wallet();
        Eventually.until(SOON, () -> create(plan).status() == SHORT_OF);
        assertThat(create(plan).text("detail")).contains("0.50 EUR are missing");
        assertThat(owner.get("/v1/instances").expecting(200).body().path("items"))
                .isEmpty();

        payIn(wallet, "1.40");
        String first = running(plan);
        String second = running(plan);
        Eventually.until(SOON, () -> standing(wallet, "available").equals("0.40"));
        Eventually.until(SOON, () -> create(plan).status() == SHORT_OF);
        owner.post("/v1/instances/" + second + "/stop", Map.of()).expecting(202);
        Eventually.until(SOON, () -> status(second).equals("STOPPED"));

        RunningSuite.timePasses(Duration.ofHours(4));
        Eventually.until(SOON, () -> standing(wallet, "stage").equals("RESTRICTED"));
        assertThat(status(first)).isEqualTo("RUNNING");
        RunningSuite.timePasses(Duration.ofHours(25));
        RunningSuite.crash("billing");
        RunningSuite.crash("compute");
        Eventually.until(SOON, () -> standing(wallet, "stage").equals("SUSPENDED"));
        Eventually.until(SOON, () -> status(first).equals("STOPPED"));
        assertThat(owner.post("/v1/instances/" + second + "/start", Map.of()).text("code"))
                .isEqualTo("INSUFFICIENT_FUNDS");

        payIn(wallet, "100.00");
        RunningSuite.crash("billing");
        RunningSuite.crash("compute");
        Eventually.until(SOON, () -> status(first).equals("RUNNING"));
        assertThat(status(second)).isEqualTo("STOPPED");
        assertThat(standing(wallet, "missing")).isEqualTo("0.00");
        assertThat(stops(first)).isEqualTo(1);
    }

    /** How often it was stopped. */
    private long stops(String instance) {
        return StreamSupport.stream(
                        owner.get("/v1/operations?resourceId=" + instance + "&kind=STOP")
                                .expecting(200)
                                .body()
                                .path("items")
                                .spliterator(),
                        false)
                .count();
    }

    private Api.Answer create(String plan) {
        return owner.post("/v1/instances", Map.of("name", "web-" + UUID.randomUUID(), "planId", plan));
    }

    private String running(String plan) {
        String[] made = {""};
        Eventually.until(SOON, () -> {
            Api.Answer answer = create(plan);
            made[0] = answer.status() == 202 ? answer.text("resourceId") : "";
            return !made[0].isEmpty();
        });
        Eventually.until(SOON, () -> status(made[0]).equals("RUNNING"));
        return made[0];
    }

    private String status(String instance) {
        return owner.get("/v1/instances/" + instance).expecting(200).text("status");
    }

    private String wallet() {
        Eventually.until(SOON, () -> !wallets().isEmpty());
        return wallets();
    }

    private String wallets() {
        return owner.get("/v1/wallets")
                .expecting(200)
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asText("");
    }

    private String standing(String wallet, String property) {
        return owner.get("/v1/wallets/" + wallet + "/standing").expecting(200).text(property);
    }

    private void payIn(String wallet, String amount) {
        operator.post("/v1/wallets/" + wallet + "/transactions", Map.of("type", "DEPOSIT", "amount", amount))
                .expecting(201);
    }
}
