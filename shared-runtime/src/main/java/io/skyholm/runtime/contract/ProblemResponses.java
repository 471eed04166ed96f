package io.skyholm.runtime.contract;

import io.skyholm.runtime.problem.ProblemBody;
import io.skyholm.runtime.problem.ProblemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Writes the refusals of an operation: a response for each status, with the codes that it can carry. */
final class ProblemResponses {

    private static final String PROBLEM = "#/components/schemas/Problem";

    private ProblemResponses() {}

    /** What a method describes itself stays as it is. */
    static void write(ResourceMethod method, Operation operation) {
        APIResponses responses = operation.getResponses();
        UsualProblems.of(method, operation).forEach((kind, codes) -> {
            if (!responses.hasAPIResponse(status(kind))) {
                responses.addAPIResponse(status(kind), response(kind, codes));
            }
        });
        for (ProblemKind kind : ProblemKind.values()) {
            Optional.ofNullable(responses.getAPIResponse(status(kind)))
                    .ifPresent(refusal -> ResponseHeaders.ofProblem(kind, refusal));
        }
    }

    private static String status(ProblemKind kind) {
        return String.valueOf(kind.status());
    }

    private static APIResponse response(ProblemKind kind, SortedSet<String> codes) {
        return OASFactory.createAPIResponse()
                .description(kind.title() + ": "
                        + String.join(", ", codes).replace(Refuses.MORE, "codes of what is acted upon"))
                .content(OASFactory.createContent()
                        .addMediaType(
                                ProblemBody.MEDIA_TYPE,
                                OASFactory.createMediaType().schema(withCodes(codes))));
    }

    private static Schema withCodes(SortedSet<String> codes) {
        if (codes.contains(Refuses.MORE)) {
            return OASFactory.createSchema().ref(PROBLEM);
        }
        List<Object> allowed = new ArrayList<>(codes);
        return OASFactory.createSchema()
                .addAllOf(OASFactory.createSchema().ref(PROBLEM))
                .addAllOf(OASFactory.createSchema()
                        .addProperty("code", OASFactory.createSchema().enumeration(allowed)));
    }
}
