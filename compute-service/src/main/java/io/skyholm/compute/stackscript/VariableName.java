package io.skyholm.compute.stackscript;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name of a variable that a script reads. */
@Pattern(regexp = "[A-Za-z_][A-Za-z0-9_]{0,63}") @ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface VariableName {

    /** What is said of a bad one. */
    String message() default "must be 1 to 64 letters, digits and _, not beginning with a digit";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
