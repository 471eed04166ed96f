package io.skyholm.compute.pool;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How instances find a machine in a pool, by the name that the placement knows. */
@Pattern(regexp = PolicyName.LOAD_BALANCE + "|" + PolicyName.BIN_PACK) @ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface PolicyName {

    /** Spreads: the machine with the most room first. */
    String LOAD_BALANCE = "load_balance";

    /** Fills: the machine with the least room that is enough. */
    String BIN_PACK = "bin_pack";

    /** What is said of a bad one. */
    String message() default "must be load_balance or bin_pack";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
