package io.skyholm.system.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api.Answer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Instances as a tenant uses them: what takes time is waited for by its operation. */
public record Cloud(Api api) {

    /** For busy machines; an operation ends at its own deadline anyway. */
    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    /** An instance of that size, asked for and not waited for; the answer is its operation. */
    public Answer ask(int cpuCores, int memoryGb, Map<String, ?> more) {
        Map<String, Object> request = new HashMap<>(
                Map.of("name", "i-" + UUID.randomUUID(), "cpuCores", cpuCores, "memoryGb", memoryGb, "storageGb", 10));
        request.putAll(more);
        return api.post("/v1/instances", request);
    }

    /** A small instance that runs. */
    public String running(Map<String, ?> more) {
        Answer asked = ask(1, 1, more).expecting(202);
        succeeded(asked);
        return asked.text("resourceId");
    }

    /** Has an instance do something, and waits until it is done. */
    public void done(String id, String what) {
        succeeded(api.post("/v1/instances/" + id + "/" + what, Map.of()).expecting(202));
    }

    /** Deletes an instance, and waits until it is gone. */
    public void gone(String id) {
        succeeded(api.delete("/v1/instances/" + id).expecting(202));
    }

    /** The instance as it is now. */
    public JsonNode instance(String id) {
        return api.get("/v1/instances/" + id).expecting(200).body();
    }

    /** Waits until an operation has ended well. */
    public void succeeded(Answer operation) {
        JsonNode ended = ended(operation.text("id"));
        if (!ended.path("status").asText().equals("SUCCEEDED")) {
            throw new AssertionError("Not as it should be: " + ended);
        }
    }

    /** An operation once it has ended, one way or another. */
    public JsonNode ended(String operationId) {
        try {
            return Eventually.get(TIMEOUT, () -> {
                JsonNode operation = operation(operationId);
                return operation.path("status").asText().equals("RUNNING") ? null : operation;
            });
        } catch (AssertionError late) {
            throw new AssertionError("Still under way: " + operation(operationId), late);
        }
    }

    private JsonNode operation(String id) {
        return api.get("/v1/operations/" + id).expecting(200).body();
    }
}
