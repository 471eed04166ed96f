package io.skyholm.network.port;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.network.PortEvents;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.http.Answers;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.streams.ListWatch;
import io.skyholm.streams.ResumeAfter;
import io.skyholm.streams.WatchedList;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Ports over HTTP. */
@Path("/v1/ports")
@Tag(name = "Ports", description = "The network interfaces of instances: their addresses, security groups and traffic.")
public class PortResource {

    private final Ports ports;
    private final CurrentCall current;
    private final ListWatch watch;

    PortResource(Ports ports, CurrentCall current, ListWatch watch) {
        this.ports = ports;
        this.current = current;
        this.watch = watch;
    }

    @GET
    @Requires(resource = ResourceType.NETWORK, action = Action.READ)
    @Operation(summary = "List ports, newest first")
    public Uni<Page<PortView>> list(@BeanParam PortFilter filter, @BeanParam PageRequest page) {
        return ports.list(current.get(), filter, page);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.NETWORK, action = Action.READ)
    @Operation(summary = "Watch the list of ports", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam PortFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse, resume, WatchedList.of(PortEvents.CHANGED, rows -> ports.list(call, filter, rows), PortView::id));
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.NETWORK, action = Action.READ)
    @Operation(summary = "Show a port")
    public Uni<RestResponse<PortView>> get(@PathParam("id") UUID id) {
        return ports.get(current.get(), id).map(Answers::of);
    }

    @PATCH
    @Path("{id}")
    @Requires(resource = ResourceType.NETWORK, action = Action.UPDATE)
    @Operation(summary = "Change a port's security groups, and for operators its monthly traffic allowance")
    public Uni<RestResponse<PortView>> change(@PathParam("id") UUID id, @NotNull @Valid ChangePort command) {
        return ports.change(current.get(), id, command).map(Answers::of);
    }
}
