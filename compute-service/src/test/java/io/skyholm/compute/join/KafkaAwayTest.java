package io.skyholm.compute.join;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.Host;
import io.skyholm.compute.machine.HypervisorType;
import io.skyholm.compute.machine.JoinedMachines;
import io.skyholm.compute.pool.Pools;
import io.skyholm.runtime.call.AnonymousCall;
import io.skyholm.runtime.call.Conditions;
import io.skyholm.runtime.call.Origin;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.testing.fixtures.Chains;
import io.skyholm.runtime.testing.fixtures.HostKeys;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** While Kafka is away no host joins, and nothing is kept of the attempt. */
@QuarkusTest
class KafkaAwayTest {

    @Inject
    TenantTransaction transactions;

    @Inject
    JoinedMachines machines;

    @Inject
    Pools pools;

    @Inject
    JoinSettings settings;

    @Test
    void hostIsToldToTryAgainAndThenJoinsWithTheSameToken() {
        UUID pool = Fresh.pool();
        HostKeys keys = HostKeys.fresh();
        Map<String, Object> body = Host.joining(Host.token(pool), keys);
        HostAccess nowhere =
                new HostAccess(Map.of("bootstrap.servers", "127.0.0.1:1"), settings, Duration.ofMillis(300));
        HostJoins joins = new HostJoins(transactions, machines, pools, nowhere, settings);
        AnonymousCall call = new AnonymousCall(new Origin("request", "story", "192.0.2.1", "agent"), Conditions.NONE);
        Problem problem =
                catchThrowableOfType(Problem.class, () -> Chains.outcomeOf(() -> joins.join(call, command(body))));
        nowhere.stop(new ShutdownEvent());
        assertThat(problem.code()).isEqualTo("UNAVAILABLE");
        assertThat(problem.retryAfter()).isNotNull();
        ADMIN.get("/v1/machines?resourcePoolId=" + pool).then().body("items.size()", equalTo(0));
        ADMIN.get("/v1/join-tokens?open=true&resourcePoolId=" + pool).then().body("items.size()", equalTo(1));
        Host.join(body).then().statusCode(201);
    }

    private static JoinHost command(Map<String, Object> body) {
        return new JoinHost(
                String.valueOf(body.get("token")),
                String.valueOf(body.get("hostname")),
                String.valueOf(body.get("publicKey")),
                HypervisorType.KVM,
                16,
                64,
                1000,
                0,
                null,
                String.valueOf(body.get("managementIp")),
                null,
                "1.0",
                null,
                null,
                null,
                null);
    }
}
