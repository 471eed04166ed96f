package io.skyholm.system.failures;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Database;
import io.skyholm.system.suite.Keycloak;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** Users of a tenant come and go by four clients: identity and Keycloak have the same ones afterwards. */
final class UserLoad extends Load<Integer> {

    private static final int CLIENTS = 4;
    private static final int EACH = 84;

    private final Api operator;
    private final Database database = Database.asOperator();
    private final String run = "u" + UUID.randomUUID().toString().substring(0, 8);
    private final String tenantId;

    UserLoad(Api operator, int kills) {
        super(2 * CLIENTS * EACH, kills);
        this.operator = operator;
        this.tenantId =
                operator.post("/v1/tenants", Map.of("name", run)).expecting(201).text("id");
    }

    @Override
    List<Callable<Integer>> clients() {
        return IntStream.range(0, CLIENTS)
                .<Callable<Integer>>mapToObj(
                        client -> () -> new UserClient(operator, tenantId, run + "-" + client, pace()).comeAndGo(EACH))
                .toList();
    }

    /** By their tenant: the name of a deleted user is replaced. */
    @Override
    void verify(List<Integer> remaining) {
        int all = remaining.stream().mapToInt(Integer::intValue).sum();
        String users = "identity.app_user where tenant_id = '" + tenantId + "'";
        assertThat(database.number("select count(*) from " + users)).isEqualTo(CLIENTS * EACH);
        assertThat(database.number("select count(*) from " + users + " and status = 'ACTIVE'"))
                .isEqualTo(all);
        Eventually.until(
                CALM, () -> database.number("select count(*) from " + users + " and directory_state <> 'READY'") == 0);
        Eventually.until(CALM, () -> Keycloak.users(run) == all);
    }
}
