package io.skyholm.compute.heartbeat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How long machines may be silent. */
@ConfigMapping(prefix = "skyholm.machine")
interface MachineSettings {

    /** After which a machine that is not heard is OFFLINE; six heartbeats if nothing is said. */
    Optional<Duration> silence();

    /** Whether agents speak fast, as in a developer's own suite. */
    boolean fast();

    /** After which a machine that is not heard is OFFLINE. */
    default Duration longestSilence() {
        return silence().orElse(fast() ? Duration.ofSeconds(12) : Duration.ofSeconds(60));
    }

    /** How often that is looked at. */
    @WithDefault("5s")
    Duration look();
}
