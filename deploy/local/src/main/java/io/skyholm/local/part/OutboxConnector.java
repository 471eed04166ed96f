package io.skyholm.local.part;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.skyholm.local.Http;
import io.skyholm.local.LaunchProblem;
import io.skyholm.local.Resource;
import io.skyholm.local.database.Relay;
import io.skyholm.local.home.Site;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Map;

/** The connector of a relay, as Kafka Connect knows it. */
final class OutboxConnector {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Site site;
    private final Relay relay;
    private final String address;
    private final ConnectAccess login;

    OutboxConnector(Site site, Relay relay) {
        this.site = site;
        this.relay = relay;
        this.address = site.http("connect") + "/connectors/" + relay.connector();
        this.login = new ConnectAccess(site);
    }

    /** Installs it unless it is there with the same settings, because every change interrupts it. */
    boolean isInstalled() {
        try {
            String wanted = configuration();
            HttpResponse<String> known = get("/config");
            if (known.statusCode() == 200 && settings(wanted).equals(withoutName(settings(known.body())))) {
                return true;
            }
            HttpResponse<String> answer = send("PUT", "/config", wanted);
            if (answer.statusCode() == 400) {
                throw new LaunchProblem("Connect refuses the connector: " + answer.body(), "mend deploy/debezium");
            }
            return answer.statusCode() / 100 == 2;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    boolean isRunning() {
        try {
            HttpResponse<String> answer = get("/status");
            if (answer.statusCode() != 200) {
                return false;
            }
            JsonNode status = JSON.readTree(answer.body());
            return status.at("/connector/state").asText().equals("RUNNING")
                    && status.at("/tasks/0/state").asText().equals("RUNNING");
        } catch (UncheckedIOException | JacksonException notYet) {
            return false;
        }
    }

    /** A task that lost PostgreSQL or Kafka for too long gives up, and only a request wakes it. */
    void restartIfFailed() {
        try {
            if (get("/status").body().contains("\"FAILED\"")) {
                send("POST", "/restart?includeTasks=true&onlyFailed=true", "");
            }
        } catch (UncheckedIOException down) {
            // The supervisor starts Connect again; there is nothing to mend in a connector that does not run.
            return;
        }
    }

    private HttpResponse<String> get(String path) {
        return send("GET", path, "");
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return Http.as(login.authorization(), method, address + path, "application/json", body);
    }

    private String configuration() {
        return Resource.text(
                "debezium/outbox-connector.json",
                Map.of(
                        "postgresPort", Integer.toString(site.ports().of("postgres")),
                        "secrets", login.secrets().toString(),
                        "prefix", relay.prefix(),
                        "slot", relay.slot(),
                        "tables", relay.tables()));
    }

    private static Map<String, String> settings(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JacksonException failure) {
            throw new IllegalStateException("connector settings are not a flat JSON object", failure);
        }
    }

    private static Map<String, String> withoutName(Map<String, String> settings) {
        settings.remove("name");
        return settings;
    }
}
