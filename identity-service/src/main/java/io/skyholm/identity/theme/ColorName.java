package io.skyholm.identity.theme;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a colour is for: a name that can be part of a CSS variable's. */
@NotNull @Pattern(regexp = "[a-zA-Z0-9-]{1,40}") @ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
@interface ColorName {

    /** What is said of a bad one. */
    String message() default "must be named by 1 to 40 letters, digits and -";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
