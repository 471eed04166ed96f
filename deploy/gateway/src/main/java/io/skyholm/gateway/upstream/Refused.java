package io.skyholm.gateway.upstream;

import io.skyholm.gateway.problem.Problem;

/** A request is refused once its body is known. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    Refused(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
