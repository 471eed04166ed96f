package io.skyholm.storage.version;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The number of an image's version. */
@Pattern(regexp = "[a-zA-Z0-9][a-zA-Z0-9.+_-]{0,39}") @ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface VersionNumber {

    /** What is said of a bad one. */
    String message() default "must be 1 to 40 letters, digits and . + _ -, such as 13.1";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
