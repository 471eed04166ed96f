package io.skyholm.identity.reset;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Open;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Password resets over HTTP; a record of one text would be read from plain text too. */
@Path("/v1/password-resets")
@Tag(name = "Password resets", description = "How a person who forgot their password sets a new one.")
public class PasswordResetResource {

    private static final int ACCEPTED = 202;

    private final PasswordResets resets;
    private final CurrentCall current;

    PasswordResetResource(PasswordResets resets, CurrentCall current) {
        this.resets = resets;
        this.current = current;
    }

    @POST
    @Open(because = "who has forgotten their password has no token")
    @ResponseStatus(ACCEPTED)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Request a password reset by mail; the response does not reveal whether the account exists")
    public Uni<ResetAccepted> create(@NotNull @Valid AskReset command) {
        return resets.ask(current.anonymous(), command);
    }

    @POST
    @Path("confirm")
    @Open(because = "the mailed token proves who it is")
    @Operation(summary = "Set a new password with a mailed token")
    public Uni<PasswordSet> confirm(@NotNull @Valid ConfirmReset command) {
        return resets.confirm(current.anonymous(), command);
    }

    @GET
    @Requires(resource = ResourceType.USER, action = Action.MANAGE)
    @Operation(summary = "List password resets, newest first")
    public Uni<Page<PasswordResetView>> list(@BeanParam PasswordResetFilter filter, @BeanParam PageRequest page) {
        return resets.list(current.get(), filter, page);
    }
}
