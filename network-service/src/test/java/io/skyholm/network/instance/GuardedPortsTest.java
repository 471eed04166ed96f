package io.skyholm.network.instance;

import static io.skyholm.events.network.InstanceNetworkStatus.FAILED;
import static io.skyholm.events.network.InstanceNetworkStatus.READY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.compute.WantedNetwork;
import io.skyholm.network.Fresh;
import io.skyholm.network.Host;
import io.skyholm.network.Instance;
import io.skyholm.network.ToldPorts;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What security groups say reaches the ports that they guard. */
@QuarkusTest
class GuardedPortsTest {

    private Person owner;
    private UUID center;
    private Host host;

    @BeforeEach
    void freshTenantAndHost() {
        owner = Person.fresh();
        center = UUID.randomUUID();
        host = Host.in(center);
    }

    @Test
    void changedRulesReachEveryPortThatTheyGuard() {
        UUID subnet = Fresh.subnet(owner, "10.1.0.0/24");
        UUID group = owner.made("/v1/security-groups", Map.of("name", "Web", "rules", List.of(rule(80))));
        Instance guarded = Instance.of(owner.tenant(), center);
        guarded.placed(host, new WantedNetwork(subnet, null, List.of(group)));
        guarded.hears(READY);
        Instance usual = Instance.of(owner.tenant(), center);
        usual.placed(host);
        usual.hears(READY);
        assertThat(guarded.desired(host, 1).rules())
                .allMatch(rule -> Integer.valueOf(80).equals(rule.firstPort()));
        owner.patch("/v1/security-groups/" + group, Map.of("rules", List.of(rule(443))))
                .then()
                .statusCode(200);
        assertThat(guarded.desired(host, 2).rules()).isNotEmpty().allMatch(rule -> Integer.valueOf(443)
                .equals(rule.firstPort()));
        owner.patch("/v1/security-groups/" + group, Map.of("isDefault", true))
                .then()
                .statusCode(200);
        assertThat(usual.desired(host, 2).rules())
                .allMatch(rule -> Integer.valueOf(443).equals(rule.firstPort()));
        owner.delete("/v1/security-groups/" + group).then().statusCode(409);
        UUID port =
                ToldPorts.network(guarded.id()).orElseThrow().ports().getFirst().portId();
        owner.patch("/v1/ports/" + port, Map.of("securityGroupIds", List.of()))
                .then()
                .statusCode(200);
        owner.delete("/v1/security-groups/" + group).then().statusCode(200);
        Eventually.holds("the usual rules are back", () -> usual.desired(host, 3).rules().stream()
                .anyMatch(rule -> rule.protocol().equals("any")));
    }

    @Test
    void groupsThatHaveMoreRulesTogetherThanAHostTakesAreRefused() {
        UUID subnet = Fresh.subnet(owner, "10.1.0.0/24");
        List<UUID> groups =
                IntStream.range(0, 11).mapToObj(number -> group(number, 100)).toList();
        Instance small = Instance.of(owner.tenant(), center);
        small.placed(host, new WantedNetwork(subnet, null, groups.subList(0, 10)));
        UUID port = small.hears(READY).ports().getFirst().portId();
        assertThat(small.desired(host, 1).rules()).hasSize(1000);
        owner.patch("/v1/ports/" + port, Map.of("securityGroupIds", groups))
                .then()
                .statusCode(422)
                .body("errors[0].field", is("securityGroupIds"));
        UUID few = group(11, 24);
        List<UUID> most =
                Stream.concat(groups.subList(0, 10).stream(), Stream.of(few)).toList();
        owner.patch("/v1/ports/" + port, Map.of("securityGroupIds", most))
                .then()
                .statusCode(200);
        owner.patch("/v1/security-groups/" + few, Map.of("rules", rules(11, 25)))
                .then()
                .statusCode(422)
                .body("errors[0].field", is("rules"));
        owner.patch("/v1/security-groups/" + few, Map.of("rules", rules(12, 24)))
                .then()
                .statusCode(200);
        Instance large = Instance.of(owner.tenant(), center);
        large.placed(host, new WantedNetwork(subnet, null, groups));
        assertThat(large.hears(FAILED).reason()).contains("1100");
    }

    private UUID group(int number, int rules) {
        return owner.made("/v1/security-groups", Map.of("name", "Group " + number, "rules", rules(number, rules)));
    }

    /** Each with a peer and ports of its own. */
    private static List<Map<String, @Nullable Object>> rules(int group, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> {
                    Map<String, @Nullable Object> rule = new HashMap<>(rule(1 + group * 100 + number));
                    rule.put("peer", "10." + group + "." + number + ".0/24");
                    return rule;
                })
                .toList();
    }

    private static Map<String, @Nullable Object> rule(int port) {
        return Map.of("direction", "INGRESS", "protocol", "TCP", "firstPort", port, "peer", "0.0.0.0/0");
    }
}
