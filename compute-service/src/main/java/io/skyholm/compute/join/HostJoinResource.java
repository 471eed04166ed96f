package io.skyholm.compute.join;

import io.skyholm.runtime.access.Open;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.contract.Refuses;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The joining of hosts over HTTP. */
@Path("/v1/host-joins")
@Tag(name = "Joining")
public class HostJoinResource {

    private static final int CREATED = 201;

    private final HostJoins joins;
    private final CurrentCall current;

    HostJoinResource(HostJoins joins, CurrentCall current) {
        this.joins = joins;
        this.current = current;
    }

    @POST
    @Open(because = "the one-time token proves the host")
    @ResponseStatus(CREATED)
    @Refuses(
            forbidden = "JOIN_REFUSED",
            conflict = {"CONFLICT", "MACHINE_ADDRESS_TAKEN"},
            tooManyRequests = "ENCRYPTION_KEY_JUST_CHANGED")
    @Operation(summary = "Bring a host in by its join token; the same agent may ask again, if it signs what it asks")
    public Uni<HostJoined> create(@NotNull @Valid JoinHost command) {
        return joins.join(current.anonymous(), command);
    }
}
