package io.skyholm.runtime.usage;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** This service's part of what is used, over HTTP; the gateway writes the parts of all beside the limits. */
@Path("/v1/services/{service}/quota-usages")
@Tag(name = "Quotas", description = "Limits on what a tenant, a group or a user may have.")
public class QuotaUsageResource {

    private final QuotaUsages usages;
    private final CurrentCall current;

    QuotaUsageResource(QuotaUsages usages, CurrentCall current) {
        this.usages = usages;
        this.current = current;
    }

    @GET
    @Requires(resource = ResourceType.QUOTA, action = Action.READ)
    @Operation(
            summary = "Show what a service holds for some holders of limits",
            description = "One service's part of `used` in `GET /v1/quotas`, which has the parts of all services.")
    public Uni<List<QuotaUsage>> list(
            @PathParam("service") @Parameter(description = "The name of the service, such as compute") String service,
            @QueryParam("tenantId")
                    @Parameter(description = "The tenant that the holders belong to; the caller's own if left out")
                    @Nullable UUID tenant,
            @QueryParam("holderId")
                    @Parameter(description = "A group or a user; given several times, each. The tenant if left out")
                    List<UUID> holders) {
        return usages.of(current.get(), service, tenant, holders);
    }
}
