package io.skyholm.compute.consolesession;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long consoles are open, and how much goes over them. */
@ConfigMapping(prefix = "skyholm.console-session")
interface ConsoleSessionSettings {

    /** Where the other replicas reach this one. */
    String address();

    /** How long a ticket opens one. */
    @WithDefault("60s")
    Duration ticket();

    /** How long a host has to come. */
    @WithDefault("10s")
    Duration patience();

    /** After how long without a byte it ends. */
    @WithDefault("10m")
    Duration idle();

    /** How long it lasts at most. */
    @WithDefault("8h")
    Duration longest();

    /** How often is looked whether who opened it still may. */
    @WithDefault("5s")
    Duration look();

    /** How long one is believed to be open of which nothing is heard. */
    @WithDefault("60s")
    Duration silence();

    /** How many a tenant has open at once. */
    @WithDefault("20")
    int ofTenant();

    /** How many it begins in an hour; each leaves a row for a day. */
    @WithDefault("300")
    int begunInAnHour();

    /** How many tickets it has at once. */
    @WithDefault("50")
    int tickets();

    /** How much may be typed in a second. */
    @WithDefault("32768")
    int typedBytes();

    /** How much of what a guest writes is shown in a second. */
    @WithDefault("262144")
    int shownBytes();
}
