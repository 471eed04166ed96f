package io.skyholm.network.port;

import io.skyholm.runtime.problem.Problem;

/** What can go wrong with ports. */
final class PortProblems {

    private PortProblems() {}

    static Problem notFound() {
        return Problem.notFound("port");
    }

    static Problem allowanceIsTheOperators() {
        return Problem.forbidden("What a port may carry is for the operator to say");
    }

    static Problem groupNotFound() {
        return Problem.invalid("securityGroupIds", "names a security group that is not of the port's tenant");
    }
}
