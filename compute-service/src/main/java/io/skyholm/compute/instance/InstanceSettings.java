package io.skyholm.compute.instance;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an installation decides about its instances. */
@ConfigMapping(prefix = "skyholm.compute.instance")
public interface InstanceSettings {

    /** How long an operation may take, not counting the wait for a place. */
    @WithDefault("10m")
    Duration longest();

    /** How long a guest may take to shut down by itself. */
    @WithDefault("60")
    int graceSeconds();

    /** Whether the instances of a lost machine are started elsewhere. */
    @WithDefault("true")
    boolean recover();
}
