package io.skyholm.storage.ceph;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.runtime.problem.Problem;

/** What can go wrong with pools in Ceph. */
final class CephPoolProblems {

    private CephPoolProblems() {}

    static Problem noPool() {
        return Problem.notFound("storage pool");
    }

    static Problem namespaceTaken() {
        return Problem.of(
                CONFLICT,
                "CEPH_NAMESPACE_TAKEN",
                "Another storage pool has this namespace of that pool in Ceph, and its host would be shut out; choose another");
    }
}
