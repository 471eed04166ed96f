package io.skyholm.identity.quota;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.contract.Refuses;
import io.skyholm.runtime.usage.QuotaUsage;
import io.skyholm.runtime.usage.QuotaUsages;
import io.skyholm.runtime.usage.UsedQuota;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Limits over HTTP; they are set where they belong, and seen together here. */
@Path("/v1/quotas")
@Tag(name = "Quotas", description = "Limits on what a tenant, a group or a user may have.")
public class QuotaResource {

    private final QuotaStore store;
    private final QuotaUsages usages;
    private final CurrentCall current;

    QuotaResource(QuotaStore store, QuotaUsages usages, CurrentCall current) {
        this.store = store;
        this.usages = usages;
        this.current = current;
    }

    @GET
    @Requires(resource = ResourceType.QUOTA, action = Action.READ)
    @Refuses(notFound = "NOT_FOUND")
    @Operation(
            summary = "Show a user's quotas, what is used of them, and the effective limits",
            description =
                    "What is used is what counts in the limit of that tenant, group or user now, whoever of them took it.")
    public Uni<QuotaView> get(
            @QueryParam("userId") @Parameter(description = "Whose; the caller's if it is left out") @Nullable UUID userId) {
        Caller caller = current.get().caller();
        UUID user = userId == null ? caller.id() : userId;
        return store.of(caller.scope(), user)
                .invoke(limits -> QuotaView.checkSeen(caller, user, limits))
                .chain(limits -> used(caller, limits).map(used -> QuotaView.of(user, limits, used)));
    }

    /** What identity holds itself; the gateway adds what the other services do. */
    private Uni<Map<UUID, UsedQuota>> used(Caller caller, List<QuotaLimit> limits) {
        if (limits.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        List<UUID> holders = limits.stream().map(QuotaLimit::id).toList();
        return usages.of(caller.scope(), holders.getFirst(), holders)
                .map(all -> all.stream().collect(Collectors.toMap(QuotaUsage::holderId, QuotaUsage::used)));
    }
}
