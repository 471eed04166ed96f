package io.skyholm.identity.registration;

import io.skyholm.runtime.access.Open;
import io.skyholm.runtime.call.CurrentCall;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Users' answers whether an address is theirs, over HTTP; a record of one text would be read from plain text too. */
@Path("/v1/email-verifications")
@Tag(name = "Registrations")
public class EmailVerificationResource {

    private final EmailVerifications verifications;
    private final CurrentCall current;

    EmailVerificationResource(EmailVerifications verifications, CurrentCall current) {
        this.verifications = verifications;
        this.current = current;
    }

    @POST
    @Path("confirm")
    @Open(because = "the mailed token proves who it is")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Confirm an email address with a mailed token")
    public Uni<EmailVerified> confirm(@NotNull @Valid ConfirmEmail command) {
        return verifications.confirm(current.anonymous(), command);
    }
}
