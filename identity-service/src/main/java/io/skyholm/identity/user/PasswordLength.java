package io.skyholm.identity.user;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.hibernate.validator.constraints.CodePointLength;

/**
 * As long as a password must be. The size is what is published, and it is of characters as people count them: eleven of those that Java
 * keeps in two places are eleven, and too few.
 */
@Size(min = NewPassword.SHORTEST, max = NewPassword.LONGEST) @CodePointLength(min = NewPassword.SHORTEST)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface PasswordLength {

    /** What is said of another. */
    String message() default "must have " + NewPassword.SHORTEST + " to " + NewPassword.LONGEST + " characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
