package io.skyholm.storage.ceph;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A key as Ceph prints it. Its library writes one that it cannot read to the standard error of whoever tries it, where others may read it. */
@Constraint(validatedBy = CephKey.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@interface CephKey {

    /** What is said of a bad one. */
    String message() default "must be a key as Ceph prints it";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks whether it is one. */
    class Check implements ConstraintValidator<CephKey, String> {

        private static final int FEWEST_BYTES = 16;

        @Override
        public boolean isValid(@Nullable String key, ConstraintValidatorContext context) {
            return key == null || isKey(key);
        }

        /** Its type, when it was made, how many bytes follow, and these. */
        private static boolean isKey(String text) {
            try {
                ByteBuffer key = ByteBuffer.wrap(Base64.getDecoder().decode(text)).order(ByteOrder.LITTLE_ENDIAN);
                int header = Short.BYTES + 2 * Integer.BYTES;
                return key.remaining() >= header + Short.BYTES + FEWEST_BYTES
                        && key.position(header).getShort() == key.remaining();
            } catch (IllegalArgumentException notBase64) {
                return false;
            }
        }
    }
}
