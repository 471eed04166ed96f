package io.skyholm.system.failures;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Database;
import io.skyholm.system.suite.Keycloak;
import io.skyholm.system.suite.RunningSuite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** Identity and Keycloak are killed while users come and go; afterwards both have the same. */
class UsersStayTheSameJourney {

    private static final int CLIENTS = 4;
    private static final int USERS = 336;
    private static final Duration CALM = Duration.ofMinutes(5);

    private final String run = "u" + UUID.randomUUID().toString().substring(0, 8);
    private final Semaphore allowed = new Semaphore(0);

    @Test
    void identityAndKeycloakAgreeAfterBothWereKilled() throws Exception {
        Api operator = RunningSuite.as(RunningSuite.administrator());
        String tenantId =
                operator.post("/v1/tenants", Map.of("name", run)).expecting(201).text("id");
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<Integer>> working = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                UserClient someone = new UserClient(operator, tenantId, run + "-" + client, allowed);
                working.add(clients.submit(() -> someone.comeAndGo(USERS / CLIENTS)));
            }
            killBothTwice();
            int remaining = 0;
            for (Future<Integer> client : working) {
                remaining += client.get();
            }
            bothAgree("identity.app_user where tenant_id = '" + tenantId + "'", remaining);
        }
    }

    private void killBothTwice() {
        int share = 2 * USERS / 5;
        try {
            for (String part : List.of("identity", "keycloak", "identity", "keycloak")) {
                allowed.release(share);
                Eventually.until(CALM, () -> allowed.availablePermits() < share / 2);
                RunningSuite.crash(part);
            }
        } finally {
            allowed.release(2 * USERS);
        }
    }

    /** By their tenant: the name of a deleted user is replaced. */
    private void bothAgree(String users, int remaining) {
        Database operator = Database.asOperator();
        assertThat(operator.number("select count(*) from " + users)).isEqualTo(USERS);
        assertThat(operator.number("select count(*) from " + users + " and status = 'ACTIVE'"))
                .isEqualTo(remaining);
        Eventually.until(
                CALM, () -> operator.number("select count(*) from " + users + " and directory_state <> 'READY'") == 0);
        Eventually.until(CALM, () -> Keycloak.users(run) == remaining);
    }
}
