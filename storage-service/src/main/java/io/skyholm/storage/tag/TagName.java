package io.skyholm.storage.tag;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name of a tag, as container registries have them. */
@Pattern(regexp = "[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}") @ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface TagName {

    /** What is said of a bad one. */
    String message() default "must be 1 to 128 letters, digits and . _ -, such as stable";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
