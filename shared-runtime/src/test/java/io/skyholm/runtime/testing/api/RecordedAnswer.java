package io.skyholm.runtime.testing.api;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An answer that the service under test gave.
 *
 * @param path as it was asked for, without its query
 * @param body its JSON; nothing for answers that have none, and for streams
 */
record RecordedAnswer(
        String method,
        String path,
        int status,
        String type,
        Set<String> headers,
        @Nullable String body) {}
