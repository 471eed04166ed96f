package io.skyholm.compute.join;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.Host;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.HostKeys;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Told;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.quota.ClientQuotaFilter;
import org.apache.kafka.common.quota.ClientQuotaFilterComponent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hosts join by one-time tokens. */
@QuarkusTest
class JoiningTest {

    private UUID pool;

    @BeforeEach
    void freshPool() {
        pool = Fresh.pool();
    }

    @Test
    void tokenIsShownOnceAndKeptAsItsHash() {
        Response made = ADMIN.post(
                "/v1/join-tokens",
                Map.of(
                        "resourcePoolId",
                        pool,
                        "expiresInSeconds",
                        120,
                        "machineType",
                        "PC_FARM",
                        "tags",
                        List.of("a")));
        made.then().statusCode(201).body("token", startsWith("shj_")).body("usedAt", nullValue());
        String token = made.path("token");
        ADMIN.get("/v1/join-tokens?resourcePoolId=" + pool)
                .then()
                .body("items[0].id", equalTo(made.path("id")))
                .body("items[0].token", nullValue());
        assertThat(Sql.asSuperuser("compute")
                        .rows("select * from join_token where resource_pool_id = ?", pool)
                        .toString())
                .doesNotContain(token);
    }

    @Test
    void hostThatJoinsBecomesTheMachineThatItsTokenSays() {
        Map<String, ?> command = Map.of(
                "resourcePoolId", pool, "machineType", "GPU_SERVER", "rentalMode", "EXCLUSIVE", "tags", List.of("ssd"));
        String token = ADMIN.post("/v1/join-tokens", command).path("token");
        Response joined = Host.join(Host.joining(token, HostKeys.fresh()));
        String machine = joined.path("machineId");
        joined.then()
                .statusCode(201)
                .body("kafka.username", equalTo("host-" + machine))
                .body("kafka.password", notNullValue())
                .body("kafka.bootstrapServers", notNullValue())
                .body("desiredTopic", equalTo("host.desired." + machine))
                .body("observedTopic", equalTo("host.observed"))
                .body("heartbeatSeconds", equalTo(2))
                .body("inventorySeconds", equalTo(10));
        ADMIN.get("/v1/machines/" + machine)
                .then()
                .body("machineType", equalTo("GPU_SERVER"))
                .body("rentalMode", equalTo("EXCLUSIVE"))
                .body("resourcePoolId", equalTo(pool.toString()))
                .body("tags", equalTo(List.of("ssd")))
                .body("agentPublicKey", notNullValue());
        assertThat(Told.types(UUID.fromString(machine))).first().isEqualTo("compute.machine.created.v1");
        ADMIN.get("/v1/join-tokens?open=false&resourcePoolId=" + pool)
                .then()
                .body("items.machineId", containsInAnyOrder(machine));
    }

    @Test
    void agentThatLostOurAnswerAsksAgainAndOthersAreRefused() {
        HostKeys keys = HostKeys.fresh();
        String token = Host.token(pool);
        Map<String, Object> joining = Host.joining(token, keys);
        Response first = Host.join(joining);
        Response second = Host.join(joining);
        second.then().statusCode(201).body("machineId", equalTo(first.path("machineId")));
        assertThat(second.<String>path("kafka.password")).isNotEqualTo(first.path("kafka.password"));
        Map<String, Object> unsigned = new HashMap<>(joining);
        unsigned.keySet().removeAll(List.of("signature", "signedAt"));
        refused(Host.join(unsigned));
        HostKeys thief = HostKeys.fresh();
        Map<String, Object> stolen = new HashMap<>(joining);
        refused(Host.join(Host.signed(stolen, thief)));
        refused(Host.join(Host.joining(token, HostKeys.fresh())));
        ADMIN.get("/v1/machines?resourcePoolId=" + pool).then().body("items.size()", equalTo(1));
    }

    @Test
    void agentTellsAnotherEncryptionKeyByJoiningAgain() {
        HostKeys keys = HostKeys.fresh();
        Map<String, Object> joining = Host.joining(Host.token(pool), keys);
        Host.join(joining).then().statusCode(201).body("encryptionKey", equalTo(keys.encryptionKey()));
        HostKeys renewed = new HostKeys(keys.pair(), HostKeys.fresh().encryption());
        Host.join(Host.signed(joining, renewed))
                .then()
                .statusCode(201)
                .body("encryptionKey", equalTo(renewed.encryptionKey()));
        assertThat(Sql.asSuperuser("compute")
                        .number(
                                "select count(*) from compute_machine where agent_encryption_key = ?",
                                renewed.encryptionKey()))
                .isEqualTo(1);
        UUID machine = UUID.fromString(String.valueOf(Sql.asSuperuser("compute")
                .value(
                        "select id::text from compute_machine where agent_encryption_key = ?",
                        renewed.encryptionKey())));
        assertThat(Told.of(machine).getFirst().get("payload")).asString().contains(keys.encryptionKey());
        assertThat(Told.of(machine).getLast().get("payload")).asString().contains(renewed.encryptionKey());
        HostKeys another = new HostKeys(keys.pair(), HostKeys.fresh().encryption());
        Host.join(Host.signed(joining, another))
                .then()
                .statusCode(429)
                .header("Retry-After", "60")
                .body("code", equalTo("ENCRYPTION_KEY_JUST_CHANGED"));
        Host.join(Host.signed(joining, renewed)).then().statusCode(201);
        Sql.asSuperuser("compute")
                .change(
                        "update compute_machine set agent_encryption_key_changed_at = now() - interval '61 seconds' where id = ?",
                        machine);
        Host.join(Host.signed(joining, another)).then().statusCode(201);
        joining.put("encryptionKey", keys.publicKey());
        joining.keySet().removeAll(List.of("signature", "signedAt"));
        Map<String, Object> ofAnotherKind = new HashMap<>(joining);
        ofAnotherKind.put("token", Host.token(pool));
        Host.join(ofAnotherKind).then().statusCode(422).body("errors.field", equalTo(List.of("encryptionKey")));
    }

    /** Others are told what the agent has signed, and believe nothing else. */
    @Test
    void theSignatureOfItsEncryptionKeyIsPassedOnAndAnothersIsRefused() {
        HostKeys keys = HostKeys.fresh();
        Map<String, Object> joining = Host.joining(Host.token(pool), keys);
        Map<String, Object> anothers = new HashMap<>(joining);
        anothers.put(
                "encryptionKeySignature",
                new HostKeys(HostKeys.fresh().pair(), keys.encryption()).encryptionKeySignature());
        refused(Host.join(anothers));
        Map<String, Object> older = new HashMap<>(joining);
        older.remove("encryptionKeySignature");
        UUID machine = UUID.fromString(Host.join(older)
                .then()
                .statusCode(201)
                .body("encryptionKeySignature", nullValue())
                .extract()
                .path("machineId"));
        Host.join(joining)
                .then()
                .statusCode(201)
                .body("encryptionKeySignature", equalTo(keys.encryptionKeySignature()));
        assertThat(Told.of(machine).getLast().get("payload")).asString().contains(keys.encryptionKeySignature());
    }

    @Test
    void unknownExpiredAndRevokedTokensAreRefusedAlike() {
        String expired = Host.token(pool);
        Sql.asSuperuser("compute").change("update join_token set expires_at = now() where resource_pool_id = ?", pool);
        Response revoked = ADMIN.post("/v1/join-tokens", Map.of("resourcePoolId", pool));
        ADMIN.delete("/v1/join-tokens/" + revoked.path("id"))
                .then()
                .statusCode(200)
                .body("revokedAt", notNullValue());
        for (String token : List.of("shj_nobody-ever-made-this", expired, revoked.<String>path("token"))) {
            refused(Host.join(Host.joining(token, HostKeys.fresh())));
        }
        ADMIN.get("/v1/machines?resourcePoolId=" + pool).then().body("items.size()", equalTo(0));
    }

    @Test
    void ofHostsWithOneTokenOneJoins() {
        String token = Host.token(pool);
        List<Integer> answers = Crowd.of(
                4, number -> Host.join(Host.joining(token, HostKeys.fresh())).statusCode());
        assertThat(answers).containsExactlyInAnyOrder(201, 403, 403, 403);
        ADMIN.get("/v1/machines?resourcePoolId=" + pool).then().body("items.size()", equalTo(1));
    }

    @Test
    void awaitedMachineHasItsTopicAndIsCompletedByItsAgent() {
        Map<String, Object> awaited = Fresh.machineIn(pool, "name", "awaited");
        UUID machine = Fresh.made("/v1/machines", awaited);
        try (Admin admin = Admin.create(Broker.settings())) {
            Eventually.holds("its topic is there", () -> topics(admin).contains("host.desired." + machine));
        }
        Map<String, Object> joining = Host.joining(Host.token(pool), HostKeys.fresh());
        joining.put("managementIp", awaited.get("managementIp"));
        joining.put("cpuCores", 24);
        Host.join(joining).then().statusCode(201).body("machineId", equalTo(machine.toString()));
        ADMIN.get("/v1/machines/" + machine)
                .then()
                .body("name", equalTo("awaited"))
                .body("cpuCores", equalTo(24))
                .body("cpuCapacity", equalTo(24))
                .body("status", equalTo("ACTIVE"))
                .body("agentPublicKey", notNullValue());
    }

    @Test
    void addressOfAnotherMachineIsRefusedAndTheTokenStaysGood() {
        Map<String, Object> first = Host.joining(Host.token(pool), HostKeys.fresh());
        Host.join(first).then().statusCode(201);
        Map<String, Object> second = Host.joining(Host.token(pool), HostKeys.fresh());
        Object own = second.put("managementIp", first.get("managementIp"));
        Host.join(second).then().statusCode(409).body("code", equalTo("MACHINE_ADDRESS_TAKEN"));
        second.put("managementIp", String.valueOf(own));
        Host.join(second).then().statusCode(201);
    }

    @Test
    void joinedHostHasItsTopicAndItsAccountUntilItIsDeleted() {
        Host host = Host.in(pool);
        try (Admin admin = Admin.create(Broker.settings())) {
            Eventually.holds("its topic is there", () -> topics(admin).contains("host.desired." + host.id()));
            Eventually.holds(
                    "its account is there",
                    () -> answer(admin.describeUserScramCredentials().users()).contains("host-" + host.id()));
            assertThat(answer(admin.describeClientQuotas(ratesOf(host)).entities())
                            .get(HostRates.entity(host.id())))
                    .containsEntry("producer_byte_rate", HostRates.BYTES_A_SECOND)
                    .containsEntry("request_percentage", HostRates.REQUEST_PERCENTAGE);
            ADMIN.delete(host.path()).then().statusCode(200);
            Eventually.rows(
                    1,
                    "select count(*) from compute_machine where id = ? and access_removed_at is not null",
                    host.id());
            assertThat(answer(admin.describeClientQuotas(ratesOf(host)).entities()))
                    .isEmpty();
            Eventually.holds("its topic is gone", () -> !topics(admin).contains("host.desired." + host.id()));
        }
        refused(Host.join(Host.joining(Host.token(Fresh.pool()) + "x", host.keys())));
    }

    private static ClientQuotaFilter ratesOf(Host host) {
        return ClientQuotaFilter.contains(
                List.of(ClientQuotaFilterComponent.ofEntity(ClientQuotaEntity.USER, HostAccess.userOf(host.id()))));
    }

    private static Set<String> topics(Admin admin) {
        return answer(admin.listTopics().names());
    }

    private static <T> T answer(KafkaFuture<T> asked) {
        try {
            return asked.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void refused(Response answer) {
        answer.then().statusCode(403).body("code", equalTo("JOIN_REFUSED"));
    }
}
