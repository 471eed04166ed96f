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

/** A colour as CSS writes it, in a form in which nothing else can hide: a page puts it into its style as it is. */
@NotNull @Pattern(
        regexp = "#([0-9a-fA-F]{3}|[0-9a-fA-F]{4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})"
                + "|(rgb|rgba|hsl|hsla|hwb|lab|lch|oklab|oklch)\\([0-9a-z.,%/ +-]{1,60}\\)")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
@interface Color {

    /** What is said of a bad one. */
    String message() default "must be a colour such as #1f5f8b or oklch(62% 0.15 240)";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
