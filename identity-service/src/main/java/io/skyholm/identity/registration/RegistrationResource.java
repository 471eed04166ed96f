package io.skyholm.identity.registration;

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

/** Registrations over HTTP. */
@Path("/v1/registrations")
@Tag(name = "Registrations", description = "How a person without an account gets one, with a tenant of their own.")
public class RegistrationResource {

    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;

    private final Registrations registrations;
    private final CurrentCall current;

    RegistrationResource(Registrations registrations, CurrentCall current) {
        this.registrations = registrations;
        this.current = current;
    }

    @POST
    @Open(because = "who has no account has no token")
    @ResponseStatus(ACCEPTED)
    @Operation(
            summary =
                    "Ask for an account with a tenant of one's own; the answer is always the same, and a mail follows")
    public Uni<RegistrationAccepted> create(@NotNull @Valid Register command) {
        return registrations.register(current.anonymous(), command);
    }

    @POST
    @Path("confirm")
    @Open(because = "the mailed token proves the address")
    @ResponseStatus(CREATED)
    @Refuses(conflict = {"EMAIL_TAKEN", "TENANT_NAME_TAKEN", "USERNAME_TAKEN"})
    @Operation(summary = "Confirm a registration with a mailed token")
    public Uni<RegisteredView> confirm(@NotNull @Valid ConfirmRegistration command) {
        return registrations.confirm(current.anonymous(), command);
    }
}
