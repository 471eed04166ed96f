package io.skyholm.agent.console;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a host says of a console that somebody waits for.
 *
 * @param log the bytes in Base64: a guest may write any, and each other way of writing them could become several times as long
 * @param failure why there are none, for a person; absent where they could be read
 */
record LogAnswer(UUID hostId, String log, @Nullable String failure, Instant signedAt, String signature) {

    /** Never tells what a guest has written. */
    @Override
    public String toString() {
        return "LogAnswer of " + hostId;
    }
}
