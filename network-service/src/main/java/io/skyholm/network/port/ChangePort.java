package io.skyholm.network.port;

import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.http.Patch;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of a port: a field that is left out stays. The groups that guard it are replaced as a whole; none means the
 * tenant's default rules. An allowance that is null is none: the port may carry as much as it likes.
 */
public record ChangePort(
        @Size(max = 16) @Nullable List<@NotNull UUID> securityGroupIds,
        @Nullable Optional<@Min(1) @Max(1_000_000_000) Integer> trafficAllowanceGb) {

    /** A tenant that could raise its own allowance would have none. */
    void applyTo(Port port, Caller caller) {
        if (trafficAllowanceGb != null && !caller.ofPlatform()) {
            throw PortProblems.allowanceIsTheOperators();
        }
        port.trafficAllowanceGb = Patch.of(trafficAllowanceGb, port.trafficAllowanceGb);
    }
}
