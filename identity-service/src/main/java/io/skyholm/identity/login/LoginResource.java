package io.skyholm.identity.login;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Logins over HTTP. */
@Path("/v1/logins")
@Tag(name = "Logins", description = "Attempts to log in, successful or not.")
public class LoginResource {

    private final LoginStore store;
    private final CurrentCall current;

    LoginResource(LoginStore store, CurrentCall current) {
        this.store = store;
        this.current = current;
    }

    @GET
    @Requires(resource = ResourceType.USER, action = Action.READ)
    @Operation(summary = "List attempts to log in, newest first")
    public Uni<Page<LoginView>> list(@BeanParam LoginFilter filter, @BeanParam PageRequest page) {
        return store.list(current.get().caller().scope(), filter, page);
    }
}
