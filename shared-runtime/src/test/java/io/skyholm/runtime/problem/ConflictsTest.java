package io.skyholm.runtime.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;
import org.junit.jupiter.api.Test;

/** What unique constraints refuse is said in words. */
class ConflictsTest {

    private final Conflicts conflicts = Conflicts.of("place_name", "NAME_TAKEN", "Another place has this name")
            .or("place_subnet", "SUBNET_TAKEN", "The subnet serves another place");

    @Test
    void eachConstraintHasACodeAndASentence() {
        assertThat(conflicts.apply(violation("place_name"))).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("NAME_TAKEN");
            assertThat(problem.detail()).isEqualTo("Another place has this name");
            assertThat(problem.getResponse().getStatus()).isEqualTo(409);
        });
        assertThat(conflicts.apply(new IllegalStateException(violation("place_subnet"))))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("SUBNET_TAKEN"));
    }

    @Test
    void everyOtherFailureStaysWhatItIs() {
        ConstraintViolationException other = violation("something_else");
        assertThat(conflicts.apply(other)).isSameAs(other);
        assertThat(Conflicts.NONE.apply(other)).isSameAs(other);
    }

    private static ConstraintViolationException violation(String constraint) {
        return new ConstraintViolationException(
                "refused", new SQLException("refused"), "insert", ConstraintKind.UNIQUE, constraint);
    }
}
