package io.skyholm.compute.vm;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.http.Answers;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Virtual machines over HTTP; what is done with them is done with their instances. */
@Path("/v1/virtual-machines")
@Tag(name = "Virtual machines", description = "What a hypervisor runs for an instance, as its host reports it.")
public class VirtualMachineResource {

    private final VirtualMachineStore store;
    private final CurrentCall current;

    VirtualMachineResource(VirtualMachineStore store, CurrentCall current) {
        this.store = store;
        this.current = current;
    }

    @GET
    @Requires(resource = ResourceType.INSTANCE, action = Action.READ)
    @Operation(summary = "List virtual machines, newest first")
    public Uni<Page<VirtualMachineView>> list(@BeanParam VirtualMachineFilter filter, @BeanParam PageRequest page) {
        return store.list(current.get().caller().scope(), filter, page);
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.INSTANCE, action = Action.READ)
    @Operation(summary = "Show a virtual machine")
    public Uni<RestResponse<VirtualMachineView>> get(@PathParam("id") UUID id) {
        return store.find(current.get().caller().scope(), id)
                .map(found -> found.orElseThrow(() -> Problem.notFound("virtual machine")))
                .map(view -> Answers.of(view, view.generation()));
    }
}
