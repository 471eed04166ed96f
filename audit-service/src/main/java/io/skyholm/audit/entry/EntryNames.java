package io.skyholm.audit.entry;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.skyholm.events.EventCatalogue;
import io.skyholm.events.EventType;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.problem.Problem;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What entries can be called: by the type of an event, or by the permission that a call took, or the method of one that took none. */
final class EntryNames {

    static final Set<String> RESOURCE_TYPES = all(
            type -> EventName.parse(type.name()).resourceType(),
            Stream.concat(Stream.of(OccurrenceReader.CALL), names(ResourceType.values())));

    static final Set<String> ACTIONS = all(
            type -> EventName.parse(type.name()).action(),
            Stream.concat(
                    Stream.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"), names(Action.values())));

    private EntryNames() {}

    /** Refuses what no entry is ever called: an empty list would look as if nothing had happened. */
    static void check(String field, @Nullable String wanted, Set<String> known) {
        if (wanted != null && !known.contains(wanted)) {
            throw Problem.invalid(
                    field,
                    "must be one that entries have, such as "
                            + known.stream().sorted().findFirst().orElseThrow());
        }
    }

    /** Entries outlive the types that they were made from: whatever is named like one may be asked for. */
    static void checkEventType(String field, @Nullable String wanted) {
        if (wanted != null && !EventType.isName(wanted)) {
            throw Problem.invalid(field, "must be named like a type of event, such as identity.tenant.created.v1");
        }
    }

    private static Set<String> all(Function<EventType<?>, String> nameOf, Stream<String> others) {
        return Stream.concat(EventCatalogue.types().stream().map(nameOf), others)
                .collect(toUnmodifiableSet());
    }

    private static Stream<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name);
    }
}
