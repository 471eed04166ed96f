package io.skyholm.identity.apikey;

import io.skyholm.runtime.access.AddressBlock;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** An address, or a block of addresses. */
@Size(min = 2, max = 49) @ReportAsSingleViolation
@Constraint(validatedBy = AddressText.Reader.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@interface AddressText {

    /** What is said of one that is none. */
    String message() default "must be an address or a block of addresses, such as 192.0.2.0/24";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Reads it to see whether it can be read. */
    class Reader implements ConstraintValidator<AddressText, String> {

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            try {
                return text == null || AddressBlock.parse(text).length() > 0;
            } catch (IllegalArgumentException unreadable) {
                return false;
            }
        }
    }
}
