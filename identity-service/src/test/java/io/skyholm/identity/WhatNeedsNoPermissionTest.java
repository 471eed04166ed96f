package io.skyholm.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.skyholm.runtime.access.Authenticated;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A method that everybody may call who says who they are is called by API keys and service accounts as well, whatever they are bound
 * to. Each is named here with the credentials that it is for, which its own tests show.
 */
class WhatNeedsNoPermissionTest {

    private static final String LOGIN = "a login; anything else with a permission of SESSION";

    private static final Map<String, String> CALLED_WITH = Map.of(
            "MeResource.get", "any credential: it shows what that credential may do",
            "SessionResource.list", LOGIN,
            "SessionResource.watchList", LOGIN,
            "SessionResource.get", LOGIN,
            "SessionResource.end", LOGIN,
            "SessionResource.endAll", LOGIN);

    @Test
    void everyMethodSaysWhichCredentialsItIsFor() {
        assertThat(methods()).containsExactlyInAnyOrderElementsOf(CALLED_WITH.keySet());
    }

    private static Stream<String> methods() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.skyholm.identity")
                        .stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Authenticated.class))
                        .map(WhatNeedsNoPermissionTest::name);
    }

    private static String name(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }
}
