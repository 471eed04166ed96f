package io.skyholm.compute.machine;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.compute.MachineEvents;
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

/** Machines over HTTP. */
@Path("/v1/machines")
@Tag(
        name = "Machines",
        description = "Physical hosts on which instances run: their capacity, health, maintenance and draining.")
public class MachineResource {

    private final Machines machines;
    private final CurrentCall current;
    private final ListWatch watch;

    MachineResource(Machines machines, CurrentCall current, ListWatch watch) {
        this.machines = machines;
        this.current = current;
        this.watch = watch;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.SERVER, action = Action.CREATE)
    @Refuses(conflict = "MACHINE_ADDRESS_TAKEN")
    @Operation(
            summary = "Create a machine",
            description =
                    "It is OFFLINE, and takes nothing, until the agent of the host with its managementIp has joined.")
    public Uni<RestResponse<MachineView>> create(@NotNull @Valid CreateMachine command) {
        return machines.create(current.get(), command).map(made -> Answers.created(made, "/v1/machines/" + made.id()));
    }

    @GET
    @Requires(resource = ResourceType.SERVER, action = Action.READ)
    @Operation(summary = "List machines, newest first")
    public Uni<Page<MachineView>> list(@BeanParam MachineFilter filter, @BeanParam PageRequest page) {
        return machines.list(current.get(), filter, page);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.SERVER, action = Action.READ)
    @Operation(summary = "Watch the list of machines", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam MachineFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse,
                resume,
                WatchedList.of(MachineEvents.CHANGED, rows -> machines.list(call, filter, rows), MachineView::id));
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.SERVER, action = Action.READ)
    @Operation(summary = "Show a machine")
    public Uni<RestResponse<MachineView>> get(@PathParam("id") UUID id) {
        return machines.get(current.get(), id).map(Answers::of);
    }

    @PATCH
    @Path("{id}")
    @Requires(resource = ResourceType.SERVER, action = Action.UPDATE)
    @Refuses(conflict = {"ALREADY_PROMISED", "CONFLICT", "MACHINE_ADDRESS_TAKEN", "MACHINE_NOT_EMPTY"})
    @Operation(summary = "Change a machine")
    public Uni<RestResponse<MachineView>> change(@PathParam("id") UUID id, @NotNull @Valid ChangeMachine command) {
        return machines.change(current.get(), id, command).map(Answers::of);
    }

    @DELETE
    @Path("{id}")
    @Requires(resource = ResourceType.SERVER, action = Action.DELETE)
    @Refuses(conflict = {"CONFLICT", "MACHINE_NOT_EMPTY"})
    @Operation(summary = "Delete a machine that has no instances left")
    public Uni<RestResponse<MachineView>> delete(@PathParam("id") UUID id) {
        return machines.delete(current.get(), id).map(Answers::of);
    }
}
