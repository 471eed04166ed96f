package io.skyholm.network;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What an installation decides about its networks. */
@ConfigMapping(prefix = "skyholm.network")
public interface NetworkSettings {

    /** How long an address that was given back meets nobody new, where its pool says nothing else. */
    Optional<Duration> coolDown();

    /** How soon a network that waits for an address, or for a proof, is looked at again. */
    @WithDefault("2s")
    Duration retry();

    /** Whether this is a platform on one machine, which begins with a network of its own. */
    @WithDefault("false")
    boolean local();
}
