package io.skyholm.storage.attachment;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A path that hides nothing of which a guest's system is made: what lies on a disk there would run as the system's own. */
@Constraint(validatedBy = NotSystemFolder.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@interface NotSystemFolder {

    /** What is said of a bad one. */
    String message() default "must not be a folder of the guest's system, such as /etc or /usr/bin, or within one";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks whether it is one. */
    class Check implements ConstraintValidator<NotSystemFolder, String> {

        private static final Pattern WITHIN = Pattern.compile(
                "/(bin|boot|dev|etc|lib|lib32|lib64|libx32|proc|root|run|sbin|sys|usr|var/run|var/spool)(/.*)?",
                Pattern.DOTALL);

        /** Data is usually kept further down in these. */
        private static final Pattern ITSELF = Pattern.compile("/|/var|/var/lib");

        @Override
        public boolean isValid(@Nullable String path, ConstraintValidatorContext context) {
            return path == null
                    || !(WITHIN.matcher(path).matches() || ITSELF.matcher(path).matches());
        }
    }
}
