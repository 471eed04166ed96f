package io.skyholm.runtime.testing.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import io.skyholm.events.access.AccessGrantPermissions;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.runtime.access.Requires;
import java.util.regex.Pattern;

/** Finds endpoints that take or show a secret, and that an access grant could open by the permission that they require. */
final class SecretsUnderGrants {

    private static final Pattern SECRET =
            Pattern.compile(".*(password|secret|token|privateKey)|key", Pattern.CASE_INSENSITIVE);

    /** What can be read at any time holds no secret: a secret is shown once, in the answer to a change. */
    static final DescribedPredicate<JavaMethod> SAY_A_SECRET_AND_CAN_BE_GRANTED = DescribedPredicate.describe(
            "take or show a secret and can be granted", method -> canBeGranted(method) && saysASecret(method));

    private SecretsUnderGrants() {}

    private static boolean canBeGranted(JavaMethod method) {
        return method.tryGetAnnotationOfType(Requires.class)
                .map(requires -> new Permission(requires.resource(), requires.action()))
                .filter(permission -> permission.action() != Action.READ)
                .filter(AccessGrantPermissions.most()::contains)
                .isPresent();
    }

    private static boolean saysASecret(JavaMethod method) {
        return method.getAllInvolvedRawTypes().stream()
                .filter(type -> type.isRecord())
                .flatMap(type -> type.getFields().stream())
                .map(JavaField::getName)
                .anyMatch(name -> SECRET.matcher(name).matches());
    }
}
