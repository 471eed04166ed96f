package io.skyholm.runtime.housekeeping;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long things are kept that serve only for a while. */
@ConfigMapping(prefix = "skyholm.kept")
interface Kept {

    /** Events after they were written: long enough for every relay to come back. */
    @WithDefault("7d")
    Duration outbox();

    /** Ids of received events: longer than Kafka may send one again. */
    @WithDefault("30d")
    Duration inbox();

    /** Answers under an Idempotency-Key. */
    @WithDefault("2d")
    Duration answers();

    /** Ended sessions: longer than any token of theirs is valid. */
    @WithDefault("2d")
    Duration endedSessions();
}
