package io.skyholm.runtime.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Names the fields of a request that break a constraint, as the caller wrote them. */
final class Violations {

    private Violations() {}

    static Problem toProblem(ConstraintViolationException violations) {
        return Problem.invalid(violations.getConstraintViolations().stream()
                .map(violation -> new FieldProblem(field(violation), violation.getMessage()))
                .sorted(Comparator.comparing(FieldProblem::field).thenComparing(FieldProblem::message))
                .toList());
    }

    private static String field(ConstraintViolation<?> violation) {
        List<String> steps = new ArrayList<>();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
                steps.add(node.getName());
            }
        }
        return steps.isEmpty() ? "body" : String.join(".", steps);
    }
}
