package io.skyholm.compute.input;

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
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** An IPv4 or IPv6 address as a literal, without a zone. */
@Size(min = 2, max = IpAddress.LONGEST) @ReportAsSingleViolation
@Constraint(validatedBy = IpAddress.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface IpAddress {

    /** Of an IPv4 address within an IPv6 one. */
    int LONGEST = 45;

    /** What is said of a bad one. */
    String message() default "must be an IPv4 or IPv6 address such as 10.0.0.5";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks whether it is one. */
    class Check implements ConstraintValidator<IpAddress, String> {

        /** The one way in which we write an address, so that equal ones are equal texts. */
        public static String canonical(String address) {
            return InetAddress.ofLiteral(address).getHostAddress();
        }

        @Override
        public boolean isValid(@Nullable String address, ConstraintValidatorContext context) {
            return address == null || isAddress(address);
        }

        private static boolean isAddress(String text) {
            try {
                return text.length() <= LONGEST
                        && text.indexOf('%') < 0
                        && (text.indexOf(':') >= 0 || text.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}"))
                        && !canonical(text).isEmpty();
            } catch (IllegalArgumentException none) {
                return false;
            }
        }
    }
}
