package io.skyholm.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.runtime.problem.FieldProblem;
import io.skyholm.runtime.problem.Problem;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a decision refuses, as its caller would be told. */
public final class Refused {

    private Refused() {}

    /** With a problem of that code. */
    public static void by(String code, ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                .isEqualTo(code));
    }

    /** With a problem that names that field first. */
    public static void forField(String field, ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(Problem.class, problem -> assertThat(
                        problem.body(null).errors())
                .first()
                .extracting(FieldProblem::field)
                .isEqualTo(field));
    }
}
