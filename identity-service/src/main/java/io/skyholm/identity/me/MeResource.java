package io.skyholm.identity.me;

import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Authenticated;
import io.skyholm.runtime.call.CurrentCall;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller over HTTP. */
@Path("/v1/me")
@Tag(name = "Me", description = "The caller, as the API knows them.")
public class MeResource {

    private final CurrentCall current;

    MeResource(CurrentCall current) {
        this.current = current;
    }

    @GET
    @Authenticated(resource = ResourceType.USER, because = "everybody may know who they are and what they may do")
    @Operation(summary = "Show the caller and their permissions")
    public Uni<MeView> get() {
        return Uni.createFrom().item(MeView.of(current.get().caller()));
    }
}
