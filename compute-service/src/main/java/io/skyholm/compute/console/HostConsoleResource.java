package io.skyholm.compute.console;

import io.skyholm.runtime.access.Open;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.contract.Refuses;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;

/** What hosts answer to those who wait for consoles, over HTTP. */
@Path("/v1/host-consoles")
@Tag(name = "Host consoles", description = "How hosts answer for the consoles of what runs on them; for agents alone.")
public class HostConsoleResource {

    private final ConsoleLogs logs;
    private final CurrentCall current;

    HostConsoleResource(ConsoleLogs logs, CurrentCall current) {
        this.logs = logs;
        this.current = current;
    }

    @POST
    @Path("{id}/log")
    @ResponseStatus(StatusCode.NO_CONTENT)
    @Open(because = "the host's signature proves who answers")
    @Refuses(forbidden = "CONSOLE_REFUSED")
    @APIResponse(responseCode = "204", description = "It was heard")
    @Operation(summary = "Say, as the host that was asked, what a machine has written to its console")
    public Uni<Void> tellLog(@PathParam("id") UUID id, @NotNull @Valid TellConsoleLog command) {
        return logs.take(current.anonymous(), id, command);
    }
}
