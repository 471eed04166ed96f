package io.skyholm.billing.plan;

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

/** Plans over HTTP. */
@Path("/v1/plans")
@Tag(
        name = "Plans",
        description = "The sizes in which instances are offered, what they cost, and the prices of storage.")
public class PlanResource {

    private final Plans plans;
    private final CurrentCall current;

    PlanResource(Plans plans, CurrentCall current) {
        this.plans = plans;
        this.current = current;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.PLAN, action = Action.CREATE)
    @Refuses(conflict = {"PLAN_NAME_TAKEN", "PLAN_PRICE_TAKEN"})
    @Operation(
            summary = "Create a plan",
            description =
                    "A rate that is not given follows from `baseCost` and `markupPercentage`: the month is the cost with"
                            + " its markup, and the hour one of the 730 of a month. A plan of kind DISK, SNAPSHOT, BACKUP or IMAGE is"
                            + " the price of `diskGb` GiB of these: all that is there is charged by it, from the next hour on.")
    public Uni<RestResponse<PlanView>> create(@NotNull @Valid CreatePlan command) {
        return plans.create(current.get(), command).map(plan -> Answers.created(plan, "/v1/plans/" + plan.id()));
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
        return plans.get(current.get(), id).map(Answers::of);
    }

    @GET
    @Path("{id}/versions")
    @Requires(resource = ResourceType.PLAN, action = Action.READ)
    @Operation(summary = "List the versions of a plan's terms, newest first")
    public Uni<Page<PlanVersionView>> versions(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        return plans.versions(current.get(), id, page);
    }

    @PATCH
    @Path("{id}")
    @Requires(resource = ResourceType.PLAN, action = Action.UPDATE)
    @Refuses(conflict = "PLAN_NAME_TAKEN")
    @Operation(
            summary = "Change a plan",
            description =
                    "Other sizes, costs or rates are a new version; what was billed by an older one stays so. Where the"
                            + " cost or the markup changes and no rate is given, the rates follow.")
    public Uni<RestResponse<PlanView>> change(@PathParam("id") UUID id, @NotNull @Valid ChangePlan command) {
        return plans.change(current.get(), id, command).map(Answers::of);
    }

    @DELETE
    @Path("{id}")
    @Requires(resource = ResourceType.PLAN, action = Action.DELETE)
    @Operation(
            summary = "Retire a plan",
            description =
                    "What was made with it keeps its terms. Storage whose price it was costs nothing from the next hour on.")
    public Uni<RestResponse<PlanView>> delete(@PathParam("id") UUID id) {
        return plans.delete(current.get(), id).map(Answers::of);
    }
}
