package io.skyholm.compute.machine;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.contract.Refuses;
import io.skyholm.runtime.http.Answers;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Maintenance of machines over HTTP. */
@Path("/v1/machines/{id}")
@Tag(name = "Machines")
public class MachineMaintenanceResource {

    private final MachineMaintenance maintenance;
    private final CurrentCall current;

    MachineMaintenanceResource(MachineMaintenance maintenance, CurrentCall current) {
        this.maintenance = maintenance;
        this.current = current;
    }

    @POST
    @Path("maintenance")
    @Requires(resource = ResourceType.SERVER, action = Action.UPDATE)
    @Refuses(conflict = "MACHINE_DECOMMISSIONING")
    @Operation(summary = "Put a machine into maintenance, optionally draining it")
    public Uni<RestResponse<MachineView>> beginMaintenance(
            @PathParam("id") UUID id, @NotNull @Valid MaintainMachine command) {
        return maintenance.begin(current.get(), id, command).map(Answers::of);
    }

    @DELETE
    @Path("maintenance")
    @Requires(resource = ResourceType.SERVER, action = Action.UPDATE)
    @Refuses(conflict = "MACHINE_DECOMMISSIONING")
    @Operation(summary = "End a machine's maintenance and its draining")
    public Uni<RestResponse<MachineView>> endMaintenance(@PathParam("id") UUID id) {
        return maintenance.end(current.get(), id).map(Answers::of);
    }

    @POST
    @Path("fence")
    @Requires(resource = ResourceType.SERVER, action = Action.MANAGE)
    @Refuses(conflict = "MACHINE_NOT_OFFLINE")
    @Operation(summary = "Fence a silent machine: confirm that it is off, so that its instances may start elsewhere")
    public Uni<RestResponse<MachineView>> fence(@PathParam("id") UUID id) {
        return maintenance.fence(current.get(), id).map(Answers::of);
    }
}
