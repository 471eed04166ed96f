package io.skyholm.runtime.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.skyholm.local.BoundedWait;
import io.skyholm.runtime.sample.NoteCalls;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TenantIsolationTest {

    private static final Sql EVERYTHING = Sql.asSuperuser("support");
    private static final String INSERT = """
            insert into note (id, generation, tenant_id, title, mood, state, created_at)
            values (uuidv7(), 1, ?, 'by hand', 'CALM', 'FILED', now())""";
    private static final int CLIENTS = 8;
    private static final int ROUNDS = 30;

    @Test
    void noTenantSeesAnothersNotesWhenClientsShareConnectionsAndHangUp() {
        List<NoteCalls> tenants =
                Stream.generate(NoteCalls::ofNewTenant).limit(5).toList();
        List<List<String>> violations = Crowd.of(CLIENTS, client -> IntStream.range(0, ROUNDS)
                .boxed()
                .flatMap(round -> visit(tenants.get((client + round) % tenants.size()), client * ROUNDS + round))
                .toList());
        assertThat(violations.stream().flatMap(List::stream)).isEmpty();
        assertThat(Crowd.of(
                        CLIENTS * 2,
                        client -> tenants.getFirst().request().get("/v1/notes").statusCode()))
                .containsOnly(200);
        assertThat(BoundedWait.waitUntil(() -> openTransactions() == 0, Duration.ofSeconds(30)))
                .as("no connection is left in a transaction")
                .isTrue();
    }

    @Test
    void withoutATenantTheServicesOwnRoleSeesNothing() {
        NoteCalls.ofNewTenant().postOnce("key", "Milk");
        for (String table : List.of("note", "outbox_event", "idempotency_key")) {
            assertThat(EVERYTHING.number("select count(*) from " + table)).isPositive();
            assertThat(Sql.asService("support").number("select count(*) from " + table))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void asATenantTheServicesOwnRoleSeesThatTenantOnly() {
        NoteCalls one = NoteCalls.ofNewTenant();
        one.write("Milk");
        NoteCalls.ofNewTenant().write("Bread");
        Sql asOne = Sql.asService("support").ofTenant(one.tenant());
        assertThat(asOne.rows("select tenant_id from note"))
                .allSatisfy(row -> assertThat(row).containsValue(one.tenant()))
                .hasSize(1);
        assertThat(asOne.number("select count(*) from outbox_event where type like 'support.%'"))
                .isEqualTo(1);
    }

    @Test
    void aTenantCannotWriteForAnother() {
        Sql asOne = Sql.asService("support").ofTenant(UUID.randomUUID());
        assertThatThrownBy(() -> asOne.change(INSERT, UUID.randomUUID())).hasMessageContaining("row-level security");
    }

    @Test
    void aTenantCannotMoveItsRowsToAnother() {
        NoteCalls one = NoteCalls.ofNewTenant();
        one.write("Milk");
        Sql asOne = Sql.asService("support").ofTenant(one.tenant());
        assertThatThrownBy(() -> asOne.change("update note set tenant_id = ?", UUID.randomUUID()))
                .hasMessageContaining("row-level security");
    }

    /** Every twentieth visitor hangs up before the answer. */
    private static Stream<String> visit(NoteCalls tenant, int number) {
        if (number % 20 == 0) {
            hangUp(tenant, number);
            return Stream.empty();
        }
        if (number % 3 == 0) {
            tenant.write("Note " + number);
        }
        return tenant.tenantsSeen().stream().filter(seen -> !seen.equals(String.valueOf(tenant.tenant())));
    }

    private static void hangUp(NoteCalls tenant, int number) {
        String body = "{\"title\":\"Unread " + number + "\"}";
        String request = """
                %s /v1/notes HTTP/1.1
                Host: localhost
                Authorization: Bearer %s
                Content-Type: application/json
                Content-Length: %d

                %s""".formatted(number % 40 == 0 ? "POST" : "GET", tenant.token(), body.length(), body);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            BoundedWait.pause(Duration.ofMillis(number % 5));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static long openTransactions() {
        return EVERYTHING.number("""
                select count(*) from pg_stat_activity
                where usename = 'support_service' and state like 'idle in transaction%'""");
    }
}
