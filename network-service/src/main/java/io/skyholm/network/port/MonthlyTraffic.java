package io.skyholm.network.port;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What ports carry, as their own rules and views concern it; the room of traffic stands above. */
public interface MonthlyTraffic {

    /** A select of the bytes that a port has received and sent this month; the port's id is an expression. */
    String bytesThisMonth(String port);

    /** This month the port may carry so much, or as much as it likes. */
    Uni<Void> allow(Work work, UUID port, @Nullable Integer gigabytes);
}
