package io.skyholm.compute.console;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.skyholm.compute.Host;
import io.skyholm.compute.instance.Guest;
import io.skyholm.events.EventJson;
import io.skyholm.events.host.ConsoleRequest;
import io.skyholm.events.host.ConsoleStatement;
import io.skyholm.events.host.DesiredConsole;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.HostKeys;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A host that is told which consoles are wanted, and answers as a test wants it. */
public record AskedHost(Host host) {

    private static final Sql SQL = Sql.asSuperuser("compute");
    private static final String TOLD = """
            select coalesce(payload, 'null') from outbox_event
            where aggregate_type = ? and aggregate_id = ? order by generation desc limit 1""";
    private static final String TOLD_EVER =
            "select count(*) from outbox_event where aggregate_type = ? and aggregate_id = ?";

    /** What is wanted of a guest's console by what the host was told last. */
    public List<ConsoleRequest> wanted(Guest guest) {
        return told(guest).map(DesiredConsole::requests).orElse(List.of());
    }

    /** The request that the host is told of soon. */
    public ConsoleRequest asked(Guest guest) {
        return Eventually.found("the host is asked", () -> wanted(guest), requests -> !requests.isEmpty())
                .getFirst();
    }

    /** How often it was told anything of that console. */
    long toldTimes(Guest guest) {
        return SQL.number(TOLD_EVER, topic(), key(guest));
    }

    Response answers(UUID request, String log) {
        return says(request, answer(request, log, host.keys()));
    }

    Response fails(UUID request, String reason) {
        Map<String, Object> body = answer(request, "", host.keys());
        body.put("failure", reason);
        body.put("signature", signature(request, reason, String.valueOf(body.get("signedAt")), host.keys()));
        return says(request, body);
    }

    /** What it sends when it answers, signed by these keys. */
    Map<String, Object> answer(UUID request, String log, HostKeys keys) {
        String base64 = Base64.getEncoder().encodeToString(log.getBytes(StandardCharsets.UTF_8));
        String now = Instant.now().toString();
        Map<String, Object> body = new HashMap<>();
        body.put("hostId", host.id());
        body.put("log", base64);
        body.put("signedAt", now);
        body.put("signature", signature(request, base64, now, keys));
        return body;
    }

    private String signature(UUID request, String answer, String at, HostKeys keys) {
        return keys.signature(ConsoleStatement.of(host.id(), request, answer, Instant.parse(at)));
    }

    static Response says(UUID request, Map<String, Object> body) {
        return given().contentType("application/json").body(body).post("/v1/host-consoles/" + request + "/log");
    }

    private Optional<DesiredConsole> told(Guest guest) {
        if (toldTimes(guest) == 0) {
            return Optional.empty();
        }
        String payload = String.valueOf(SQL.value(TOLD, topic(), key(guest)));
        return payload.equals("null") ? Optional.empty() : Optional.of(EventJson.read(payload, DesiredConsole.class));
    }

    private String topic() {
        return "host.desired." + host.id();
    }

    private static String key(Guest guest) {
        return "console/" + guest.virtualMachine();
    }
}
