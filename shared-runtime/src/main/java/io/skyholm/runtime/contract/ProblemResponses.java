package io.skyholm.runtime.contract;

import io.skyholm.runtime.problem.ProblemBody;
import io.skyholm.runtime.problem.ProblemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Writes the refusals of an operation: a response for each status, with the codes that it can carry. */
final class ProblemResponses {

    private static final String PROBLEM = "#/components/schemas/Problem";

    private ProblemResponses() {}

    static void write(ResourceMethod method, Operation operation) {
        UsualProblems.of(method, operation)
                .forEach((kind, codes) ->
                        operation.getResponses().addAPIResponse(String.valueOf(kind.status()), response(kind, codes)));
    }

    private static APIResponse response(ProblemKind kind, SortedSet<String> codes) {
        return ResponseHeaders.ofProblem(
                kind,
                OASFactory.createAPIResponse()
                        .description(kind.title() + ": "
                                + String.join(", ", codes).replace(Refuses.MORE, "codes of what is acted upon"))
                        .content(OASFactory.createContent()
                                .addMediaType(
                                        ProblemBody.MEDIA_TYPE,
                                        OASFactory.createMediaType().schema(withCodes(codes)))));
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
