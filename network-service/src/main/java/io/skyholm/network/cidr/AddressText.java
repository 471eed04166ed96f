package io.skyholm.network.cidr;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What can be an address or a block of them; whether it is one is decided where it is read. */
@Size(min = 2, max = 49) @Pattern(regexp = "[0-9a-fA-F.:/]*") @ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface AddressText {

    /** What is said of a bad one. */
    String message() default "must be an address such as 10.0.0.5 or a block such as 10.0.0.0/24, of IPv4 or IPv6";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
