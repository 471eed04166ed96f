package io.skyholm.compute.join;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What agents are told, and what their broker is expected to guard. */
@ConfigMapping(prefix = "skyholm.join")
interface JoinSettings {

    /** Where agents find Kafka. */
    String brokers();

    /** How they come in there. */
    String protocol();

    /** Whether it is enough to warn when Kafka has nothing that could keep hosts apart. */
    boolean unguarded();

    /** Whether agents speak fast, as in a developer's own suite. */
    boolean fast();

    /** How often agents speak. */
    default ReportIntervals pace() {
        return fast() ? ReportIntervals.FAST : ReportIntervals.USUAL;
    }

    /** How long a deleted host's topic stays: who still has to withdraw a desired state there must find it. */
    @WithDefault("7d")
    Duration topicStays();
}
