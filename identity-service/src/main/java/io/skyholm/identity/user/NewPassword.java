package io.skyholm.identity.user;

import io.skyholm.runtime.problem.Problem;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.hibernate.validator.constraints.CodePointLength;

/** A password that somebody chose; the directory has further rules for it. */
public record NewPassword(String text) {

    /** As the policy of the realm says, which is asked too late to tell somebody who is not there yet. */
    public static final int SHORTEST = 12;

    public static final int LONGEST = 128;

    /** Refuses, before there is anybody whom the directory could compare it with, what it would refuse afterwards. */
    public void checkFor(String username, String email) {
        if (text.equalsIgnoreCase(username) || text.equalsIgnoreCase(email)) {
            throw Problem.invalid("password", "is refused: it is your name or your address");
        }
    }

    /** Nobody reads a password in a log. */
    @Override
    public String toString() {
        return "NewPassword";
    }

    /**
     * As long as a password must be. The size is what is published, and it is of characters as people count them: eleven of those that
     * Java keeps in two places are eleven, and too few.
     */
    @Size(min = SHORTEST, max = LONGEST) @CodePointLength(min = SHORTEST)
    @ReportAsSingleViolation
    @Constraint(validatedBy = {})
    @Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Length {

        /** What is said of another. */
        String message() default "must have " + SHORTEST + " to " + LONGEST + " characters";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }
}
