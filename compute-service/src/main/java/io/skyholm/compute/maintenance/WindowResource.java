package io.skyholm.compute.maintenance;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.contract.Refuses;
import io.skyholm.runtime.http.Answers;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;

/** Maintenance windows over HTTP. */
@Path("/v1/maintenance-windows")
@Tag(
        name = "Maintenance",
        description = "Planned work on machines, and the notices by which tenants choose when their instances move.")
public class WindowResource {

    private final Windows windows;
    private final CurrentCall current;

    WindowResource(Windows windows, CurrentCall current) {
        this.windows = windows;
        this.current = current;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.SERVER, action = Action.CREATE)
    @Refuses(conflict = {"MACHINE_DECOMMISSIONING", "MAINTENANCE_PLANNED_ALREADY"})
    @Operation(
            summary = "Create a maintenance window for a machine",
            description = "Each tenant with an instance on it gets a notice, and can choose when it is moved."
                    + " At startsAt the machine goes into maintenance; the window ends when that is ended.")
    public Uni<RestResponse<WindowView>> create(@NotNull @Valid CreateWindow command) {
        return windows.plan(current.get(), command)
                .map(made -> Answers.created(made, "/v1/maintenance-windows/" + made.id()));
    }

    @GET
    @Requires(resource = ResourceType.SERVER, action = Action.READ)
    @Operation(summary = "List maintenance windows, newest first")
    public Uni<Page<WindowView>> list(@BeanParam WindowFilter filter, @BeanParam PageRequest page) {
        return windows.list(current.get(), filter, page);
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.SERVER, action = Action.READ)
    @Operation(summary = "Show a maintenance window")
    public Uni<RestResponse<WindowView>> get(@PathParam("id") UUID id) {
        return windows.get(current.get(), id).map(Answers::of);
    }

    @PATCH
    @Path("{id}")
    @Requires(resource = ResourceType.SERVER, action = Action.UPDATE)
    @Refuses(conflict = "MAINTENANCE_NOT_PLANNED")
    @Operation(summary = "Change a maintenance window that has not begun")
    public Uni<RestResponse<WindowView>> change(@PathParam("id") UUID id, @NotNull @Valid ChangeWindow command) {
        return windows.change(current.get(), id, command).map(Answers::of);
    }

    @DELETE
    @Path("{id}")
    @Requires(resource = ResourceType.SERVER, action = Action.DELETE)
    @Refuses(conflict = "MAINTENANCE_NOT_PLANNED")
    @Operation(summary = "Cancel a maintenance window that has not begun")
    public Uni<RestResponse<WindowView>> cancel(@PathParam("id") UUID id) {
        return windows.callOff(current.get(), id).map(Answers::of);
    }
}
