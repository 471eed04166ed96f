package io.skyholm.billing.plan;

import io.skyholm.billing.money.Amounts;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A decimal number in a string that is not below zero. */
@Pattern(regexp = Amounts.UNSIGNED) @ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@interface Price {

    /** What is said of a bad one. */
    String message() default "must be a decimal number such as 12.50, with at most 6 places behind the point";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
