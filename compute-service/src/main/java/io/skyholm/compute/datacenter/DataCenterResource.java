package io.skyholm.compute.datacenter;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.compute.DataCenterEvents;
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

/** Data centres over HTTP. */
@Path("/v1/data-centers")
@Tag(name = "Data centres", description = "Sites where the operator's machines stand.")
public class DataCenterResource {

    private final DataCenters dataCenters;
    private final CurrentCall current;
    private final ListWatch watch;

    DataCenterResource(DataCenters dataCenters, CurrentCall current, ListWatch watch) {
        this.dataCenters = dataCenters;
        this.current = current;
        this.watch = watch;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.EDGE_DC, action = Action.CREATE)
    @Refuses(conflict = "DATA_CENTER_NAME_TAKEN")
    @Operation(summary = "Create a data centre")
    public Uni<RestResponse<DataCenterView>> create(@NotNull @Valid CreateDataCenter command) {
        return dataCenters
                .create(current.get(), command)
                .map(made -> Answers.created(made, "/v1/data-centers/" + made.id()));
    }

    @GET
    @Requires(resource = ResourceType.EDGE_DC, action = Action.READ)
    @Operation(summary = "List data centres, newest first")
    public Uni<Page<DataCenterView>> list(@BeanParam DataCenterFilter filter, @BeanParam PageRequest page) {
        return dataCenters.list(current.get(), filter, page);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.EDGE_DC, action = Action.READ)
    @Operation(summary = "Watch the list of data centres", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam DataCenterFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse,
                resume,
                WatchedList.of(
                        DataCenterEvents.CHANGED, rows -> dataCenters.list(call, filter, rows), DataCenterView::id));
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.EDGE_DC, action = Action.READ)
    @Operation(summary = "Show a data centre")
    public Uni<RestResponse<DataCenterView>> get(@PathParam("id") UUID id) {
        return dataCenters.get(current.get(), id).map(Answers::of);
    }

    @PATCH
    @Path("{id}")
    @Requires(resource = ResourceType.EDGE_DC, action = Action.UPDATE)
    @Refuses(conflict = "DATA_CENTER_NAME_TAKEN")
    @Operation(summary = "Change a data centre")
    public Uni<RestResponse<DataCenterView>> change(
            @PathParam("id") UUID id, @NotNull @Valid ChangeDataCenter command) {
        return dataCenters.change(current.get(), id, command).map(Answers::of);
    }

    @DELETE
    @Path("{id}")
    @Requires(resource = ResourceType.EDGE_DC, action = Action.DELETE)
    @Refuses(conflict = "DATA_CENTER_NOT_EMPTY")
    @Operation(summary = "Delete a data centre that has no pools and machines left")
    public Uni<RestResponse<DataCenterView>> delete(@PathParam("id") UUID id) {
        return dataCenters.delete(current.get(), id).map(Answers::of);
    }
}
