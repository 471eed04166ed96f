package io.skyholm.hosts;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The keys of the hosts that a service listens to, as it has learnt them. */
public interface HostKeys {

    /** The public keys (X.509, Base64) of those hosts' agents; a host that is not known, or gone, is left out. */
    Uni<Map<UUID, String>> of(Set<UUID> hosts);
}
