package io.skyholm.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenApiMergeTest {

    @Test
    void equalComponentsAreOne() {
        JsonObject schemas = merge(part("identity", ""), part("audit", "")).getJsonObject("components");

        assertThat(schemas.getJsonObject("schemas").fieldNames()).containsExactly("Cause", "Problem");
    }

    @Test
    void differentComponentsOfOneNameAreKeptApartWithAllThatReferToThem() {
        JsonObject whole = merge(part("identity", ""), part("audit", "more"));

        JsonObject schemas = whole.getJsonObject("components").getJsonObject("schemas");
        assertThat(schemas.fieldNames()).containsExactly("Cause", "Problem", "AuditCause", "AuditProblem");
        assertThat(schemas.getJsonObject("AuditProblem").encode()).contains("#/components/schemas/AuditCause");
        assertThat(schemas.getJsonObject("Problem").encode()).contains("#/components/schemas/Cause");
        assertThat(answerOf(whole, "/v1/audit")).isEqualTo("#/components/schemas/AuditProblem");
        assertThat(answerOf(whole, "/v1/identity")).isEqualTo("#/components/schemas/Problem");
    }

    @Test
    void whatAServiceAsksForEverywhereIsAskedForInItsOperations() {
        JsonObject whole = merge(part("identity", ""), part("audit", ""));

        JsonObject operation = operation(whole, "/v1/audit");
        assertThat(operation.getJsonArray("security").encode()).isEqualTo("[{\"token\":[]}]");
        assertThat(whole.getJsonObject("components")
                        .getJsonObject("securitySchemes")
                        .fieldNames())
                .containsExactly("token");
    }

    @Test
    void differentSecuritySchemesOfOneNameAreKeptApart() {
        ServiceDescription audit = part("audit", "");
        audit.document()
                .getJsonObject("components")
                .getJsonObject("securitySchemes")
                .getJsonObject("token")
                .put("scheme", "basic");

        JsonObject whole = merge(part("identity", ""), audit);

        assertThat(operation(whole, "/v1/audit").getJsonArray("security").encode())
                .isEqualTo("[{\"Audittoken\":[]}]");
        assertThat(whole.getJsonObject("components")
                        .getJsonObject("securitySchemes")
                        .fieldNames())
                .containsExactly("token", "Audittoken");
    }

    @Test
    void addressesOfTheLoginAreThoseOfTheGateway() {
        ServiceDescription identity = part("identity", "");
        identity.document()
                .getJsonObject("components")
                .getJsonObject("securitySchemes")
                .getJsonObject("token")
                .put("flows", new JsonObject("{\"authorizationCode\": {\"tokenUrl\": \"/realms/skyholm/token\"}}"));

        assertThat(merge(identity).encode()).contains("\"tokenUrl\":\"https://localhost:8443/realms/skyholm/token\"");
    }

    @Test
    void tagsAreListedOnce() {
        assertThat(merge(part("identity", ""), part("audit", ""))
                        .getJsonArray("tags")
                        .encode())
                .isEqualTo("[{\"name\":\"Thing\"}]");
    }

    @Test
    void pathOfSeveralServicesShowsWhichTheyAre() {
        JsonObject whole = merge(ofEachService("identity"), ofEachService("audit"));

        JsonObject parameter = operation(whole, "/v1/services/{service}/tasks")
                .getJsonArray("parameters")
                .getJsonObject(0);
        assertThat(parameter.encode())
                .isEqualTo("{\"name\":\"service\",\"examples\":{\"audit\":{\"value\":\"audit\"},"
                        + "\"identity\":{\"value\":\"identity\"}}}");
    }

    private static ServiceDescription ofEachService(String service) {
        ServiceDescription part = part(service, "");
        part.document()
                .getJsonObject("paths")
                .put(
                        "/v1/services/{service}/tasks",
                        new JsonObject("{\"get\": {\"parameters\": [{\"name\": \"service\", \"example\": \"" + service
                                + "\"}]}}"));
        return part;
    }

    private static JsonObject merge(ServiceDescription... parts) {
        return new OpenApiMerge("https://localhost:8443").of(List.of(parts));
    }

    private static JsonObject operation(JsonObject whole, String path) {
        return whole.getJsonObject("paths").getJsonObject(path).getJsonObject("get");
    }

    private static String answerOf(JsonObject whole, String path) {
        return operation(whole, path).getJsonObject("answer").getString("$ref");
    }

    private static ServiceDescription part(String service, String causeDescription) {
        return new ServiceDescription(service, new JsonObject("""
                {
                  "tags": [{"name": "Thing"}],
                  "security": [{"token": []}],
                  "paths": {"/v1/%s": {"get": {"answer": {"$ref": "#/components/schemas/Problem"}}}},
                  "components": {
                    "schemas": {
                      "Cause": {"type": "string", "description": "%s"},
                      "Problem": {"properties": {"cause": {"$ref": "#/components/schemas/Cause"}}}
                    },
                    "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}
                  }
                }
                """.formatted(service, causeDescription)));
    }
}
