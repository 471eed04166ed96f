package io.skyholm.network.instance;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who makes the networks that a data centre has from the beginning. */
public interface DefaultNetworks {

    /** Whether the data centre is known, and has what it is to have: an instance may be heard of before either. */
    Uni<Boolean> areMade(Work work, @Nullable UUID dataCenter);
}
