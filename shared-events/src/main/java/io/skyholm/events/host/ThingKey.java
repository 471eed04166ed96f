package io.skyholm.events.host;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Which thing on a host a desired state or an observation is about; also the key of a record on the host's topic. */
public record ThingKey(ThingKind kind, UUID id) {

    /** As it is written in Kafka. */
    public String text() {
        return kind.prefix() + id;
    }

    /** Reads a key; empty for a text that is none. */
    public static Optional<ThingKey> read(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        ThingKind kind = new ThingKind(text.substring(0, slash).toUpperCase(Locale.ROOT));
        return Optional.of(new ThingKey(kind, UUID.fromString(text.substring(slash + 1))));
    }
}
