package io.skyholm.events.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The right to one action on one type of resource, written {@code INSTANCE:CREATE}. */
public record Permission(ResourceType resourceType, Action action) implements Comparable<Permission> {

    private static final Comparator<Permission> ORDER =
            Comparator.comparing(Permission::resourceType).thenComparing(Permission::action);

    /** Every permission there is. */
    public static List<Permission> all() {
        return Arrays.stream(ResourceType.values()).flatMap(Permission::on).toList();
    }

    /** Every permission on one type of resource. */
    public static Stream<Permission> on(ResourceType resourceType) {
        return Arrays.stream(Action.values()).map(action -> new Permission(resourceType, action));
    }

    /** Reads a name such as {@code INSTANCE:CREATE}. */
    @JsonCreator
    public static Permission parse(String name) {
        int colon = name.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("Not a permission like INSTANCE:CREATE: " + name);
        }
        return new Permission(
                ResourceType.valueOf(name.substring(0, colon)), Action.valueOf(name.substring(colon + 1)));
    }

    @JsonValue
    public String name() {
        return resourceType + ":" + action;
    }

    @Override
    public int compareTo(Permission other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return name();
    }
}
