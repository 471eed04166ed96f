package io.skyholm.compute.console;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long consoles are waited for, and by how many. */
@ConfigMapping(prefix = "skyholm.console")
public interface ConsoleSettings {

    /** How long a host has to answer. */
    @WithDefault("8s")
    Duration patience();

    /** How often is looked whether it has. */
    @WithDefault("150ms")
    Duration look();

    /** How many wait for hosts at the same time, of all tenants: each holds a connection of the gateway. */
    @WithDefault("64")
    int waiting();

    /** How many of one tenant. */
    @WithDefault("16")
    int waitingOfTenant();
}
