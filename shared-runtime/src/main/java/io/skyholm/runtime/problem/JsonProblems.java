package io.skyholm.runtime.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Says what is wrong with a JSON body, by the name of the field. */
final class JsonProblems {

    private JsonProblems() {}

    static Problem of(JsonProcessingException unreadable) {
        if (unreadable instanceof JsonMappingException mapping) {
            return mapping.getCause() instanceof Problem problem
                    ? Problem.invalid(path(mapping), problem.detail())
                    : Problem.invalid(path(mapping), message(mapping));
        }
        if (unreadable instanceof StreamReadException broken && broken.getLocation() != null) {
            return Problem.of(
                    ProblemKind.MALFORMED,
                    "The body is no JSON: look at line %d, column %d"
                            .formatted(
                                    broken.getLocation().getLineNr(),
                                    broken.getLocation().getColumnNr()));
        }
        return Problem.of(ProblemKind.MALFORMED, "The body is no JSON");
    }

    private static String path(JsonMappingException mapping) {
        String path = mapping.getPath().stream().map(JsonProblems::step).collect(Collectors.joining("."));
        return path.isEmpty() ? "body" : path;
    }

    private static String step(JsonMappingException.Reference reference) {
        return reference.getFieldName() == null ? String.valueOf(reference.getIndex()) : reference.getFieldName();
    }

    private static String message(JsonMappingException mapping) {
        return switch (mapping) {
            case UnrecognizedPropertyException unknown -> "is not a field here";
            case InvalidFormatException wrong
            when wrong.getTargetType() != null && wrong.getTargetType().isEnum() ->
                "must be one of " + Arrays.toString(wrong.getTargetType().getEnumConstants());
            case MismatchedInputException wrong
            when wrong.getTargetType() != null -> "must be " + JsonTypeName.of(wrong.getTargetType());
            default -> "cannot be read";
        };
    }
}
