package io.skyholm.runtime.contract;

import java.util.Map;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Puts the answer under the status that the method declares; methods that build their response are scanned as 200. */
final class SuccessStatus {

    private static final String SCANNED = "200";
    private static final Map<Integer, String> MEANINGS = Map.of(
            200, "OK", 201, "Created", 202, "Accepted: the change was begun", 204, "Done; there is nothing to show");

    private SuccessStatus() {}

    static void write(ResourceMethod method, Operation operation) {
        APIResponse answer = operation.getResponses().getAPIResponse(SCANNED);
        if (answer == null || method.status() == Integer.parseInt(SCANNED)) {
            return;
        }
        operation.getResponses().removeAPIResponse(SCANNED);
        answer.setDescription(MEANINGS.get(method.status()));
        operation.getResponses().addAPIResponse(String.valueOf(method.status()), answer);
    }
}
