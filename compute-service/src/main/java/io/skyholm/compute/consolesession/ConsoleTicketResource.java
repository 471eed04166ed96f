package io.skyholm.compute.consolesession;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.NotUnderGrant;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.contract.Refuses;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;

/** What opens consoles, over HTTP; {@link ConsoleSockets} are the consoles. */
@Path("/v1/instances/{id}/console-tickets")
@Tag(name = "Instances")
public class ConsoleTicketResource {

    private final ConsoleSessions sessions;
    private final CurrentCall current;

    ConsoleTicketResource(ConsoleSessions sessions, CurrentCall current) {
        this.sessions = sessions;
        this.current = current;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.INSTANCE, action = Action.EXECUTE)
    @Refuses(conflict = "NO_CONSOLE", tooManyRequests = "TOO_MANY_TICKETS", unavailable = "HOST_SILENT")
    @NotUnderGrant(because = "what is typed into a guest is its tenant's alone")
    @Operation(
            summary = "Get a ticket that opens the console of an instance, to read it and to type into it",
            description =
                    "It opens one WebSocket within a minute, at the path of the answer. What the guest writes comes as binary messages; what"
                            + " you send, text or binary, is typed. The close reason says why it ended. A guest has one console"
                            + " open at a time; opening it anew takes over your own.")
    public Uni<ConsoleTicketView> create(@PathParam("id") UUID id) {
        return sessions.ticket(current.get(), id);
    }
}
