package io.skyholm.runtime.contract;

import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;

/** Adds to the description of an operation what follows from the method: how it is used, and which permission it requires. */
final class OperationWords {

    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;

    private OperationWords() {}

    static void write(ResourceMethod method, Operation operation) {
        List<String> sentences = new ArrayList<>();
        Optional.ofNullable(operation.getDescription())
                .map(OperationWords::ended)
                .ifPresent(sentences::add);
        use(method, operation).ifPresent(sentences::add);
        sentences.add(access(method));
        operation.setDescription(String.join("\n\n", sentences));
    }

    private static Optional<String> use(ResourceMethod method, Operation operation) {
        if (method.lists()) {
            return Optional.of("Returns at most `limit` items. If there are more, the answer has a `nextCursor`;"
                    + " send it as `cursor` to get the next ones.");
        }
        if (method.status() == ACCEPTED && method.answersWithHeaders()) {
            return Optional.of("The change takes time: the answer is an operation. Follow it at its `Location`"
                    + " until its status is final.");
        }
        if (method.status() == CREATED && method.repeatable()) {
            return Optional.of(
                    "Send an `Idempotency-Key` to be able to repeat the request without creating anything twice.");
        }
        return method.verb() == HttpMethod.PATCH && takesJson(operation)
                ? Optional.of("Properties that are left out keep their values; `null` clears one that is optional.")
                : Optional.empty();
    }

    /** A part of an upload has no properties. */
    private static boolean takesJson(Operation operation) {
        return operation.getRequestBody() != null
                && operation.getRequestBody().getContent() != null
                && operation.getRequestBody().getContent().hasMediaType(MediaType.APPLICATION_JSON);
    }

    private static String access(ResourceMethod method) {
        if (method.open()) {
            return "Needs no authentication.";
        }
        return method.permission()
                .map("Requires the permission `%s`."::formatted)
                .orElse("Every authenticated caller may do this.");
    }

    private static String ended(String description) {
        return description.endsWith(".") ? description : description + ".";
    }
}
