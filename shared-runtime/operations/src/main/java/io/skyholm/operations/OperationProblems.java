package io.skyholm.operations;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.events.operation.OperationKind;
import io.skyholm.runtime.problem.Problem;

/** What can go wrong with operations. */
public final class OperationProblems {

    private OperationProblems() {}

    static Problem notFound() {
        return Problem.notFound("operation");
    }

    static Problem ended() {
        return Problem.of(CONFLICT, "OPERATION_ENDED", "The operation has ended; there is nothing left to cancel");
    }

    static Problem notToRetry() {
        return Problem.of(
                CONFLICT, "OPERATION_NOT_FAILED", "Only an operation that failed or was cancelled can be tried again");
    }

    /** It has gone too far, or going back would be worse. */
    public static Problem notToCancel(OperationKind kind) {
        return Problem.of(
                CONFLICT, "OPERATION_NOT_CANCELLABLE", "A " + kind + " cannot be cancelled; wait for its end");
    }

    /** Some of its child operations may have succeeded. */
    public static Problem notToRetryAsOne() {
        return Problem.of(
                CONFLICT, "RETRY_THE_PARTS", "Try again the operations of its members that failed, or begin another");
    }
}
