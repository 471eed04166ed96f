package io.skyholm.events.host;

import java.util.Map;
import java.util.UUID;

/** The topics between the control plane and its hosts. */
public final class HostTopics {

    /** What hosts report; the key is the host's id. */
    public static final String OBSERVED = "host.observed";

    /** Base64 of the Ed25519 signature over a report's bytes, as the host's agent made it: a header of every report. */
    public static final String SIGNATURE = "signature";

    /**
     * The settings of a topic of desired states: there are as many as hosts, so each is small, and agents read it from the beginning,
     * so that what was replaced is soon cleaned away.
     */
    public static final Map<String, String> DESIRED_SETTINGS = Map.of(
            "cleanup.policy", "compact",
            "segment.bytes", "1048576",
            "segment.index.bytes", "16384",
            "min.cleanable.dirty.ratio", "0.2",
            "max.compaction.lag.ms", "86400000");

    /** What the names of all topics of desired states begin with. */
    public static final String DESIRED = "host.desired.";

    private HostTopics() {}

    /** What a host shall hold: compacted, one partition, read by that host alone. */
    public static String desired(UUID hostId) {
        return DESIRED + hostId;
    }
}
