package io.skyholm.compute.console;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.contract.Refuses;
import io.skyholm.runtime.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** What instances have written to their consoles, over HTTP. */
@Path("/v1/instances/{id}/console-log")
@Tag(name = "Instances")
public class ConsoleLogResource {

    private static final int MOST = 5000;

    private final ConsoleLogs logs;
    private final CurrentCall current;

    ConsoleLogResource(ConsoleLogs logs, CurrentCall current) {
        this.logs = logs;
        this.current = current;
    }

    /** A guest may have said a secret there, such as a password that it was given: who may only look does not read it. */
    @GET
    @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Requires(resource = ResourceType.INSTANCE, action = Action.EXECUTE)
    @Refuses(
            conflict = "NO_CONSOLE",
            tooManyRequests = "TOO_MANY_CONSOLES",
            unavailable = {"CONSOLE_UNREADABLE", "HOST_SILENT"})
    @Operation(
            summary = "Read what an instance has written to its console",
            description =
                    "Its last lines, of 256 KiB at most, as its machine has them now; a machine that begins its log anew, because it"
                            + " was 4 MiB, has only what came since. Bytes that are no UTF-8 are replaced.")
    @APIResponse(
            responseCode = "200",
            description = "The lines; empty where the instance has written nothing",
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING)))
    public Uni<String> read(
            @PathParam("id") UUID id,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "5000",
                                            defaultValue = "200"))
                    @QueryParam("tail")
                    @DefaultValue("200")
                    int tail) {
        if (tail < 1 || tail > MOST) {
            throw Problem.invalid("tail", "must be from 1 to " + MOST);
        }
        return logs.show(current.get(), id, tail);
    }
}
