package io.skyholm.compute.local;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.Optional;

/** Whether this is a developer's own suite, and which hosts it brings. */
@ConfigMapping(prefix = "skyholm.local")
interface LocalSettings {

    /** Whether it is one. */
    @WithDefault("false")
    boolean suite();

    /** From which its hosts derive their tokens, as we do. */
    @WithName("join-secret")
    Optional<String> joinSecret();

    /** How many hosts there are. */
    @WithDefault("3")
    int hosts();
}
