package io.skyholm.runtime.testing;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** The constraints of commands, as they are checked before a use case sees one. */
public final class Constraints {

    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    private Constraints() {}

    /** The outermost fields of which something is not as it must be. */
    public static Set<String> brokenBy(Object command) {
        return VALIDATOR.validate(command).stream()
                .map(violation -> violation.getPropertyPath().iterator().next().getName())
                .collect(Collectors.toSet());
    }
}
