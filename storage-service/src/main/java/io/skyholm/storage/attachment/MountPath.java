package io.skyholm.storage.attachment;

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
 * Where a guest has a disk: one way of writing each place, so that two disks are never at the same. The pattern is published, so it uses
 * only what the regular expressions of JavaScript and Java have in common.
 */
@Size(min = 2, max = 255) @Pattern(regexp = "(/(?!\\.{1,2}(/|$))[^/\\x00-\\x1f\\x7f-\\x9f]+)+")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@interface MountPath {

    /** What is said of a bad one. */
    String message() default
            "must be an absolute path of at most 255 characters, without a slash at its end, '.' or '..'";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
