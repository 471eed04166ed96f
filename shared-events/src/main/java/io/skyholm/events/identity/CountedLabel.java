package io.skyholm.events.identity;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** The label of a {@link CountedKind}: a limit of anything else would limit nothing. */
@Constraint(validatedBy = CountedLabel.Reader.class)
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
@interface CountedLabel {

    /** What is said of another word. */
    String message() default "must be of what is counted, such as users or apiKeys";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks it up. */
    class Reader implements ConstraintValidator<CountedLabel, String> {

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || CountedKind.isLabel(text);
        }
    }
}
