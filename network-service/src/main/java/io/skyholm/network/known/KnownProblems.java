package io.skyholm.network.known;

import io.skyholm.runtime.problem.Problem;

/** What callers name and we do not know. */
final class KnownProblems {

    private KnownProblems() {}

    static Problem tenantNotFound() {
        return Problem.invalid("tenantId", "names no tenant that you may see");
    }

    static Problem dataCenterNotFound() {
        return Problem.invalid("edgeDataCenterId", "names no data centre");
    }
}
