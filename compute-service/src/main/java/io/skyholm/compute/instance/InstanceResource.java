package io.skyholm.compute.instance;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.compute.InstanceEvents;
import io.skyholm.operations.Accepted;
import io.skyholm.operations.OperationView;
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

/** Instances over HTTP. */
@Path("/v1/instances")
@Tag(name = "Instances", description = "Virtual machines that tenants run.")
public class InstanceResource {

    private final Instances instances;
    private final CurrentCall current;
    private final ListWatch watch;

    InstanceResource(Instances instances, CurrentCall current, ListWatch watch) {
        this.instances = instances;
        this.current = current;
        this.watch = watch;
    }

    @POST
    @ResponseStatus(StatusCode.ACCEPTED)
    @Requires(resource = ResourceType.INSTANCE, action = Action.CREATE)
    @Refuses(
            conflict = {"SPENDING_LIMIT_REACHED", "TEMPLATE_ARCHIVED"},
            shortOf = {"INSUFFICIENT_FUNDS", "NO_MACHINE_FITS", "QUOTA_EXCEEDED"})
    @Operation(
            summary = "Create an instance",
            description = "The answer is the operation; the instance's id is its resourceId.")
    public Uni<RestResponse<OperationView>> create(@NotNull @Valid CreateInstance command) {
        return instances.create(current.get(), command).map(Accepted::of);
    }

    @GET
    @Requires(resource = ResourceType.INSTANCE, action = Action.READ)
    @Operation(summary = "List instances, newest first")
    public Uni<Page<InstanceView>> list(@BeanParam InstanceFilter filter, @BeanParam PageRequest page) {
        return instances.list(current.get(), filter, page);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.INSTANCE, action = Action.READ)
    @Operation(summary = "Watch the list of instances", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam InstanceFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse,
                resume,
                WatchedList.of(InstanceEvents.CHANGED, rows -> instances.list(call, filter, rows), InstanceView::id));
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.INSTANCE, action = Action.READ)
    @Operation(summary = "Show an instance")
    public Uni<RestResponse<InstanceView>> get(@PathParam("id") UUID id) {
        return instances.get(current.get(), id).map(InstanceResource::answer);
    }

    @PATCH
    @Path("{id}")
    @Requires(resource = ResourceType.INSTANCE, action = Action.UPDATE)
    @Refuses(conflict = "INSTANCE_BUSY")
    @Operation(summary = "Change an instance's names, tags, protection or schedule")
    public Uni<RestResponse<InstanceView>> change(@PathParam("id") UUID id, @NotNull @Valid ChangeInstance command) {
        return instances.change(current.get(), id, command).map(InstanceResource::answer);
    }

    private static RestResponse<InstanceView> answer(InstanceView instance) {
        return Answers.of(instance, instance.generation());
    }
}
