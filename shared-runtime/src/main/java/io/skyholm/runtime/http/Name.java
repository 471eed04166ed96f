package io.skyholm.runtime.http;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A name that people gave: one line, not blank at either end. The pattern is published, so it uses only what the regular expressions of
 * JavaScript and Java have in common.
 */
@Size(min = 1, max = 200) @Pattern(regexp = "[^\\x00-\\x20\\x7f]([^\\x00-\\x1f\\x7f]*[^\\x00-\\x20\\x7f])?")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Name {

    /** What is said of a bad one. */
    String message() default "must be one line of 1 to 200 characters without blanks at its ends";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
