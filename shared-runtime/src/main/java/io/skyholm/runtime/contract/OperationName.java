package io.skyholm.runtime.contract;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Operation;

/**
 * Names operations by their resource and method: {@code instances.create}, {@code groups.members.add}. Clients are
 * generated with these names, so renaming a method of a resource breaks them, which the contract test reports.
 */
final class OperationName {

    private static final String VERSION = "v1";

    private OperationName() {}

    /** A name that the method itself declares is kept. */
    static void write(ResourceMethod method, Operation operation) {
        if (operation.getOperationId() == null) {
            operation.setOperationId(nouns(method) + "." + method.method().name());
        }
    }

    private static String nouns(ResourceMethod method) {
        return ResourceMethods.steps(method.resourcePath())
                .filter(step -> !step.startsWith("{") && !step.equals(VERSION))
                .map(OperationName::camelCase)
                .collect(Collectors.joining("."));
    }

    private static String camelCase(String step) {
        String[] words = step.split("-", -1);
        return words[0]
                + Stream.of(Arrays.copyOfRange(words, 1, words.length))
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining());
    }
}
