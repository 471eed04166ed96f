package io.skyholm.network.networkingconfig;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.network.NetworkingConfigEvents;
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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
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
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;

/** Networking documents over HTTP. */
@Path("/v1/networking-configs")
@Tag(name = "Networking configuration", description = "Settings that hold for the whole network.")
public class NetworkingConfigResource {

    private final NetworkingConfigs networkingConfigs;
    private final CurrentCall current;
    private final ListWatch watch;

    NetworkingConfigResource(NetworkingConfigs networkingConfigs, CurrentCall current, ListWatch watch) {
        this.networkingConfigs = networkingConfigs;
        this.current = current;
        this.watch = watch;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.NETWORKING_CONFIG, action = Action.CREATE)
    @Operation(summary = "Create a networking document")
    public Uni<RestResponse<NetworkingConfigView>> create(@NotNull @Valid CreateNetworkingConfig command) {
        return networkingConfigs
                .create(current.get(), command)
                .map(config -> Answers.created(config, "/v1/networking-configs/" + config.id()));
    }

    @GET
    @Requires(resource = ResourceType.NETWORKING_CONFIG, action = Action.READ)
    @Operation(summary = "List networking documents, newest first")
    public Uni<Page<NetworkingConfigView>> list(@BeanParam NetworkingConfigFilter filter, @BeanParam PageRequest page) {
        return networkingConfigs.list(current.get(), filter, page);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.NETWORKING_CONFIG, action = Action.READ)
    @Operation(summary = "Watch the list of networking documents", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam NetworkingConfigFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse,
                resume,
                WatchedList.of(
                        NetworkingConfigEvents.CHANGED,
                        rows -> networkingConfigs.list(call, filter, rows),
                        NetworkingConfigView::id));
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.NETWORKING_CONFIG, action = Action.READ)
    @Operation(summary = "Show a networking document")
    public Uni<RestResponse<NetworkingConfigView>> get(@PathParam("id") UUID id) {
        return networkingConfigs.get(current.get(), id).map(Answers::of);
    }

    @PATCH
    @Path("{id}")
    @Requires(resource = ResourceType.NETWORKING_CONFIG, action = Action.UPDATE)
    @Operation(summary = "Change a networking document")
    public Uni<RestResponse<NetworkingConfigView>> change(
            @PathParam("id") UUID id, @NotNull @Valid ChangeNetworkingConfig command) {
        return networkingConfigs.change(current.get(), id, command).map(Answers::of);
    }

    @DELETE
    @Path("{id}")
    @Requires(resource = ResourceType.NETWORKING_CONFIG, action = Action.DELETE)
    @Operation(summary = "Delete a networking document")
    public Uni<RestResponse<NetworkingConfigView>> delete(@PathParam("id") UUID id) {
        return networkingConfigs.delete(current.get(), id).map(Answers::of);
    }
}
