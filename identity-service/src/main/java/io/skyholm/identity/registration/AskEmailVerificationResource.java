package io.skyholm.identity.registration;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
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

/** Asking users to prove their addresses, over HTTP. */
@Path("/v1/users/{id}/email-verification")
@Tag(name = "Users")
public class AskEmailVerificationResource {

    private static final int ACCEPTED = 202;

    private final EmailVerifications verifications;
    private final CurrentCall current;

    AskEmailVerificationResource(EmailVerifications verifications, CurrentCall current) {
        this.verifications = verifications;
        this.current = current;
    }

    @POST
    @Requires(resource = ResourceType.USER, action = Action.UPDATE)
    @ResponseStatus(ACCEPTED)
    @Refuses(conflict = "EMAIL_VERIFIED")
    @Operation(summary = "Send an email verification to a user")
    public Uni<EmailVerificationAsked> send(@PathParam("id") UUID id) {
        return verifications.ask(current.get(), id);
    }
}
