package io.skyholm.network.place;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.network.PlaceEvents;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.contract.Refuses;
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

/** Places over HTTP. */
@Path("/v1/places")
@Tag(name = "Places", description = "Sites of a tenant, such as an office, each with the subnet that serves it.")
public class PlaceResource {

    private final Places places;
    private final CurrentCall current;
    private final ListWatch watch;

    PlaceResource(Places places, CurrentCall current, ListWatch watch) {
        this.places = places;
        this.current = current;
        this.watch = watch;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.PLACE, action = Action.CREATE)
    @Refuses(
            conflict = {"PLACE_NAME_TAKEN", "SUBNET_HAS_A_PLACE"},
            shortOf = "QUOTA_EXCEEDED")
    @Operation(summary = "Create a place")
    public Uni<RestResponse<PlaceView>> create(@NotNull @Valid CreatePlace command) {
        return places.create(current.get(), command).map(place -> Answers.created(place, "/v1/places/" + place.id()));
    }

    @GET
    @Requires(resource = ResourceType.PLACE, action = Action.READ)
    @Operation(summary = "List places, newest first")
    public Uni<Page<PlaceView>> list(@BeanParam PlaceFilter filter, @BeanParam PageRequest page) {
        return places.list(current.get(), filter, page);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.PLACE, action = Action.READ)
    @Operation(summary = "Watch the list of places", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam PlaceFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse,
                resume,
                WatchedList.of(PlaceEvents.CHANGED, rows -> places.list(call, filter, rows), PlaceView::id));
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.PLACE, action = Action.READ)
    @Operation(summary = "Show a place")
    public Uni<RestResponse<PlaceView>> get(@PathParam("id") UUID id) {
        return places.get(current.get(), id).map(Answers::of);
    }

    @PATCH
    @Path("{id}")
    @Requires(resource = ResourceType.PLACE, action = Action.UPDATE)
    @Refuses(conflict = {"PLACE_NAME_TAKEN", "SUBNET_HAS_A_PLACE"})
    @Operation(summary = "Change a place")
    public Uni<RestResponse<PlaceView>> change(@PathParam("id") UUID id, @NotNull @Valid ChangePlace command) {
        return places.change(current.get(), id, command).map(Answers::of);
    }

    @DELETE
    @Path("{id}")
    @Requires(resource = ResourceType.PLACE, action = Action.DELETE)
    @Operation(summary = "Delete a place")
    public Uni<RestResponse<PlaceView>> delete(@PathParam("id") UUID id) {
        return places.delete(current.get(), id).map(Answers::of);
    }
}
