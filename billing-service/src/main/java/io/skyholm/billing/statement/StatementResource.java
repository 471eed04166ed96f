package io.skyholm.billing.statement;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Statements over HTTP. */
@Path("/v1/wallets/{id}/statement")
@Tag(name = "Wallets")
public class StatementResource {

    private final Statements statements;
    private final CurrentCall current;

    StatementResource(Statements statements, CurrentCall current) {
        this.statements = statements;
        this.current = current;
    }

    @GET
    @Requires(resource = ResourceType.TRANSACTION, action = Action.READ)
    @Operation(
            summary = "Show a wallet's statement of a day",
            description = "Every balance is the sum of the postings until the end of that day, in UTC.")
    public Uni<StatementView> get(
            @PathParam("id") UUID id,
            @QueryParam("day")
                    @Parameter(
                            description = "The day; today, so far, if it is left out",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @Nullable String day) {
        return statements.of(current.get(), id, day);
    }
}
