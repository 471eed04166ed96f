package io.skyholm.network.traffic;

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

/** Traffic over HTTP. */
@Path("/v1/traffic")
@Tag(name = "Traffic", description = "How much ports sent and received, by month.")
public class TrafficResource {

    private final TrafficStore store;
    private final CurrentCall current;

    TrafficResource(TrafficStore store, CurrentCall current) {
        this.store = store;
        this.current = current;
    }

    @GET
    @Requires(resource = ResourceType.NETWORK, action = Action.READ)
    @Operation(summary = "List ports' traffic by month, newest first")
    public Uni<Page<TrafficView>> list(@BeanParam TrafficFilter filter, @BeanParam PageRequest page) {
        return store.list(current.get().caller().scope(), filter, page);
    }
}
