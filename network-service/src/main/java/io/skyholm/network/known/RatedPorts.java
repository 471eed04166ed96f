package io.skyholm.network.known;

import io.skyholm.runtime.tenant.Work;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ports, whose rates follow from what is learnt here: their room stands above. Each is asked before what is new is noted. */
public interface RatedPorts {

    /** The plan allows that rate, or any, with this generation. */
    void planIsTold(Work work, UUID plan, long generation, @Nullable Integer mbps);

    /** The instance is by that plan, or by none, with this generation. */
    void instanceIsTold(Work work, UUID instance, long generation, @Nullable UUID plan);
}
