package io.skyholm.runtime.contract;

import io.skyholm.runtime.problem.ProblemBody;
import io.skyholm.runtime.problem.ProblemKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Writes the refusals of an operation: a response for each status, with the codes that it can carry. Operations that refuse alike share
 * one among the components, whose name tells the codes: {@code ConflictProblem.PLACE_NAME_TAKEN}.
 */
final class ProblemResponses {

    private static final String PROBLEM = "#/components/schemas/Problem";

    /** What problems say, by their codes: {@code CODE = detail}, as the tests of a module got it. */
    static final String FILE = "contract/problems.properties";

    private final Components components;
    private final ModuleTexts details;

    ProblemResponses(Components components, ModuleTexts details) {
        this.components = components;
        this.details = details;
    }

    /** What a method describes itself stays as it is. */
    void write(ResourceMethod method, Operation operation) {
        APIResponses responses = operation.getResponses();
        for (ProblemKind kind : ProblemKind.values()) {
            APIResponse itsOwn = responses.getAPIResponse(status(kind));
            if (itsOwn != null) {
                ResponseHeaders.ofProblem(kind, itsOwn);
            }
        }
        UsualProblems.of(method, operation).forEach((kind, codes) -> {
            if (!responses.hasAPIResponse(status(kind))) {
                responses.addAPIResponse(status(kind), shared(kind, codes));
            }
        });
    }

    private APIResponse shared(ProblemKind kind, SortedSet<String> codes) {
        String name = name(kind, codes);
        if (components.getResponses() == null || !components.getResponses().containsKey(name)) {
            APIResponse response = response(kind, codes);
            ResponseHeaders.ofProblem(kind, response);
            components.addResponse(name, response);
        }
        return OASFactory.createAPIResponse().ref(name);
    }

    private static String name(ProblemKind kind, SortedSet<String> codes) {
        String kindName = Stream.of(kind.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("", "", "Problem"));
        return codes.equals(Set.of(kind.name()))
                ? kindName
                : kindName + "." + String.join(".", codes).replace(Refuses.MORE, "MORE");
    }

    private static String status(ProblemKind kind) {
        return String.valueOf(kind.status());
    }

    private APIResponse response(ProblemKind kind, SortedSet<String> codes) {
        return OASFactory.createAPIResponse()
                .description(kind.title() + ": "
                        + String.join(", ", codes).replace(Refuses.MORE, "codes of what is acted upon"))
                .content(OASFactory.createContent()
                        .addMediaType(
                                ProblemBody.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(withCodes(codes))
                                        .example(example(kind, codes))));
    }

    /** With the first of its codes; of those that are not named here, with that of the kind. */
    private Map<String, Object> example(ProblemKind kind, SortedSet<String> codes) {
        String code = codes.stream()
                .filter(each -> !each.equals(Refuses.MORE))
                .findFirst()
                .orElse(kind.name());
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "urn:skyholm:problem:" + code);
        example.put("title", kind.title());
        example.put("status", kind.status());
        example.put("code", code);
        details.at(code).ifPresent(detail -> {
            example.put("detail", detail);
            if (code.equals(ProblemKind.INVALID.name())) {
                example.put("errors", List.of(wrongField(detail)));
            }
        });
        example.put("requestId", "01a2b3c4-0000-7000-8000-000000000001");
        return example;
    }

    /** The detail of a request that is invalid begins with the field. */
    private static Map<String, Object> wrongField(String detail) {
        int end = detail.indexOf(' ');
        return Map.of("field", detail.substring(0, end), "message", detail.substring(end + 1));
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
