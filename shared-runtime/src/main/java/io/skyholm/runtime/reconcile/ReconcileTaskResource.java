package io.skyholm.runtime.reconcile;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;

/** The tasks of this service's reconcilers over HTTP. */
@Path("/v1/services/{service}/reconcile-tasks")
@Tag(
        name = "Reconcile tasks",
        description = "Resources that a service is still bringing to their desired state, for operators.")
public class ReconcileTaskResource {

    private static final String SERVICE = "The name of the service, such as compute";

    private final ReconcileTasks tasks;
    private final CurrentCall current;

    ReconcileTaskResource(ReconcileTasks tasks, CurrentCall current) {
        this.tasks = tasks;
        this.current = current;
    }

    @GET
    @Requires(resource = ResourceType.RECONCILE_TASK, action = Action.READ)
    @Operation(
            summary = "List the reconcile tasks of a service, newest first",
            description = "A task is there as long as a resource is not what it should be. For operators only.")
    public Uni<Page<ReconcileTaskView>> list(
            @PathParam("service") @Parameter(description = SERVICE) String service,
            @BeanParam ReconcileTaskFilter filter,
            @BeanParam PageRequest page) {
        return tasks.list(current.get(), service, filter, page);
    }

    @POST
    @Path("{id}/retry")
    @ResponseStatus(StatusCode.ACCEPTED)
    @Requires(resource = ResourceType.RECONCILE_TASK, action = Action.EXECUTE)
    @Operation(
            summary = "Retry a reconcile task now",
            description = "Makes the task due at once, instead of after its back-off. For operators only.")
    public Uni<ReconcileTaskView> retry(
            @PathParam("service") @Parameter(description = SERVICE) String service, @PathParam("id") UUID id) {
        return tasks.retry(current.get(), service, id);
    }
}
