package io.skyholm.compute.placement;

import io.skyholm.compute.machine.RentalMode;
import io.skyholm.compute.size.ResolvedSize;
import io.skyholm.compute.size.Sizes;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What there will be room for, over HTTP. */
@Path("/v1/capacity")
@Tag(name = "Placement")
public class CapacityResource {

    private final Sizes sizes;
    private final Hosts hosts;
    private final CurrentCall current;

    CapacityResource(Sizes sizes, Hosts hosts, CurrentCall current) {
        this.sizes = sizes;
        this.hosts = hosts;
        this.current = current;
    }

    @GET
    @Requires(resource = ResourceType.RESOURCE_POOL, action = Action.READ)
    @Operation(summary = "Show how many more instances of a size each pool can hold")
    public Uni<CapacityView> get(@BeanParam AskCapacity question) {
        return sizes.choose(current.get().caller(), question.size())
                .chain(chosen -> hosts.fresh().map(snapshot -> of(snapshot, question, chosen)));
    }

    private static CapacityView of(Snapshot snapshot, AskCapacity question, ResolvedSize chosen) {
        Demand demand = new Demand(
                chosen.size(),
                question.rentalMode() == RentalMode.EXCLUSIVE,
                question.edgeDataCenterId(),
                question.poolId(),
                null,
                null,
                null,
                Set.of(),
                null,
                null,
                Set.of());
        return new CapacityView(snapshot.pools().values().stream()
                .filter(hosts -> Rule.PLACE.allows(hosts.getFirst(), demand))
                .map(hosts -> pool(hosts, demand))
                .sorted(Comparator.comparing(CapacityView.OfPool::resourcePoolId))
                .toList());
    }

    private static CapacityView.OfPool pool(List<Host> hosts, Demand demand) {
        Explanation why = Explanation.of(hosts, demand);
        Host any = hosts.getFirst();
        return new CapacityView.OfPool(
                any.poolId, any.dataCenterId, Forecast.of(hosts, demand), why.hosts(), why.ruledOut(), why.summary());
    }
}
