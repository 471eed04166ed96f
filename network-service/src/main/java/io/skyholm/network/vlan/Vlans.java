package io.skyholm.network.vlan;

import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemKind;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Allots VLAN ids: in a data centre each is one network's at most, and a tenant's own is for its networks alone. A VLAN
 * reaches the operator's switches, so nobody but the operator names one: tenants get the next of the data centre's range,
 * or name the one that the operator made their own.
 */
@ApplicationScoped
public class Vlans {

    private static final String TAKE = """
            insert into vlan (edge_data_center_id, vlan_id, holder_id)
            select $1::uuid, $2::integer, $3::uuid
            where $2 <> all (array(select vlans_of_tenants($4::uuid)))
            on conflict do nothing""";
    private static final String NEXT = """
            insert into vlan (edge_data_center_id, vlan_id, holder_id)
            select $1::uuid, free, $2::uuid
            from known_data_center center, generate_series(center.vlan_range_start, center.vlan_range_end) free
            where center.id = $1::uuid
                and not exists (select from vlan where edge_data_center_id = $1::uuid and vlan_id = free)
                and not exists (select from vlans_of_tenants(null) owned (id) where owned.id = free)
            order by free limit 1 returning vlan_id""";
    private static final String OWN = "select 1 from known_tenant_vlan where tenant_id = $1 and vlan_id = $2";
    private static final String GIVE_BACK = "delete from vlan where holder_id = $1";

    private record Taken(int vlanId) {}

    /** What a network of that tenant, or of the platform, asks for. */
    public record Asked(
            @Nullable UUID tenantId,
            @Nullable UUID edgeDataCenterId,
            @Nullable Integer vlanId,
            boolean anyFree) {

        /** Refuses a VLAN that is in no data centre. */
        public void check() {
            if (edgeDataCenterId == null && (vlanId != null || anyFree)) {
                throw Problem.invalid(vlanId == null ? "allotVlan" : "vlanId", "needs a VPC with an edgeDataCenterId");
            }
        }
    }

    /** Refuses a caller who names an id that is neither theirs nor theirs to choose. */
    public Uni<Void> checkChoice(Call call, Work work, @Nullable Integer vlanId) {
        return vlanId == null || call.caller().ofPlatform()
                ? Uni.createFrom().voidItem()
                : work.some(Vlans::notYours, OWN, call.caller().tenantId(), vlanId);
    }

    /** The id that the network has from now on; empty if it asks for none. */
    public Uni<Optional<Integer>> take(Work work, Asked asked, UUID holder) {
        asked.check();
        UUID center = asked.edgeDataCenterId();
        if (center == null || (asked.vlanId() == null && !asked.anyFree())) {
            return Uni.createFrom().item(Optional.empty());
        }
        work.lockName("the VLANs of " + center);
        Integer wanted = asked.vlanId();
        return wanted == null ? next(work, center, holder) : exactly(work, asked, wanted, holder);
    }

    /** What the network had is anybody's again. */
    public void giveBack(Work work, UUID holder) {
        work.send(GIVE_BACK, holder);
    }

    private static Uni<Optional<Integer>> exactly(Work work, Asked asked, int wanted, UUID holder) {
        return work.execute(TAKE, asked.edgeDataCenterId(), wanted, holder, asked.tenantId())
                .map(taken -> {
                    if (taken == 0) {
                        throw Problem.of(
                                ProblemKind.CONFLICT,
                                "VLAN_TAKEN",
                                "Another network of this data centre, or another tenant, has this vlanId; choose another, or allotVlan");
                    }
                    return Optional.of(wanted);
                });
    }

    private static Uni<Optional<Integer>> next(Work work, UUID center, UUID holder) {
        return work.find(Taken.class, NEXT, center, holder)
                .map(found -> Optional.of(found.orElseThrow(Vlans::exhausted).vlanId()));
    }

    private static Problem exhausted() {
        return Problem.of(
                ProblemKind.SHORT_OF,
                "VLANS_EXHAUSTED",
                "This data centre has no VLAN id left that the operator set aside for networks; ask the operator for more");
    }

    private static Problem notYours() {
        return Problem.forbidden("Only the operator chooses a vlanId; leave it out and set allotVlan to be given one");
    }
}
