package io.skyholm.runtime.contract;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.Components;

/** Describes how permissions are written: as text, which the scanner cannot see from their record. */
final class PermissionName {

    /** As {@code mp.openapi.schema} names the schema of {@link Permission}. */
    private static final String SCHEMA = "PermissionName";

    private PermissionName() {}

    static void describe(Components components) {
        if (components.getSchemas() != null && components.getSchemas().containsKey(SCHEMA)) {
            components
                    .getSchemas()
                    .get(SCHEMA)
                    .description(
                            "The right to one action on one type of resource: a `ResourceType`, a colon and an `Action`,"
                                    + " both of which explain their values")
                    .pattern("^(%s):(%s)$".formatted(choice(ResourceType.values()), choice(Action.values())))
                    .examples(List.of(new Permission(ResourceType.INSTANCE, Action.READ).name()));
        }
    }

    private static String choice(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.joining("|"));
    }
}
