package io.skyholm.events.host;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** Which thing on a host a wish or an observation is about; also the key of a record on the host's topic. */
public record ThingKey(ThingKind kind, UUID id) {

    /** As it is written in Kafka. */
    public String text() {
        return kind.prefix() + id;
    }

    /** Reads a key; empty for a kind of thing that this reader does not know. */
    public static Optional<ThingKey> read(String text) {
        return Arrays.stream(ThingKind.values())
                .filter(kind -> text.startsWith(kind.prefix()))
                .findFirst()
                .map(kind -> new ThingKey(
                        kind, UUID.fromString(text.substring(kind.prefix().length()))));
    }
}
