package io.skyholm.system.calls;

import java.util.Optional;

/** Which ids stand in a call, by the segment of the lists in which their things are, such as {@code security-groups}. */
public interface IdSource {

    /** An id for a place where one of that kind stands. */
    String ofKind(String kind);

    /** The same for a field, a parameter or a header of that name: for securityGroupId one of the security-groups. */
    default String named(String name) {
        return ofKind(IdNames.kindOf(name));
    }

    /** The path of something that lies within another, if one is known by a template such as {@code /v1/images/{}/versions/{}}. */
    default Optional<String> within(String template) {
        return Optional.empty();
    }
}
