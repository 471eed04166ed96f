package io.skyholm.compute.plan;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.http.Answers;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Plans over HTTP. */
@Path("/v1/plans")
@Tag(name = "Plans", description = "The sizes in which instances are offered.")
public class PlanResource {

    private final Plans plans;
    private final CurrentCall current;

    PlanResource(Plans plans, CurrentCall current) {
        this.plans = plans;
        this.current = current;
    }

    @GET
    @Requires(resource = ResourceType.PLAN, action = Action.READ)
    @Operation(summary = "List plans, newest first")
    public Uni<Page<PlanView>> list(@BeanParam PlanFilter filter, @BeanParam PageRequest page) {
        return plans.list(current.get(), filter, page);
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.PLAN, action = Action.READ)
    @Operation(summary = "Show a plan")
    public Uni<RestResponse<PlanView>> get(@PathParam("id") UUID id) {
        return plans.get(current.get(), id).map(plan -> Answers.of(plan, plan.generation()));
    }
}
