package io.skyholm.network.vpc;

import static io.skyholm.deletion.DeletionStage.OUTER;

import io.quarkus.runtime.Startup;
import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.OwnedAggregates;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.network.VpcEvents;
import io.skyholm.events.network.VpcFact;
import io.skyholm.network.known.DataCenters;
import io.skyholm.network.vlan.Vlans;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.aggregate.Owners;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.quota.RowQuotas;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** What can be done with VPCs. */
@Startup
@ApplicationScoped
public class Vpcs {

    private static final String DATA_CENTER = "select edge_data_center_id from vpc where id = $1";
    private static final String OPEN = "select 1 from vpc where id = $1 and status = 'ACTIVE'";
    private static final String NEXT_VNI = "select nextval('vpc_vni')::integer as vni";

    private record Next(int vni) {}

    private final Commands commands;
    private final Aggregate<Vpc, VpcView, VpcFact> vpcs;
    private final Owners owners;
    private final DataCenters dataCenters;
    private final Vlans vlans;
    private final VpcFollower follower;
    private final VpcContent content;
    private final RowQuotas quotas;

    Vpcs(
            Commands commands,
            Aggregates aggregates,
            Owners owners,
            DataCenters dataCenters,
            Vlans vlans,
            VpcFollower follower,
            VpcContent content,
            RowQuotas quotas) {
        this.commands = commands;
        this.vpcs =
                aggregates.of("VPC", Vpc.class, VpcView.class, VpcEvents.TYPES).explaining(VpcProblems.CONFLICTS);
        this.owners = owners;
        this.dataCenters = dataCenters;
        this.vlans = vlans;
        this.follower = follower;
        this.content = content;
        this.quotas = quotas;
    }

    Uni<VpcView> create(Call call, CreateVpc command) {
        UUID owner = Owners.ofShared(call, command.tenantId());
        Vpc vpc = new Vpc(owner, command, RequestedCidrs.by(command), vpcs.created(call));
        return commands.changeOnce(call, command, VpcView.class, work -> owners.check(call, work, owner)
                .chain(() -> quotas.claim(work, owner, CountedKind.VPCS))
                .chain(() -> dataCenters.check(work, command.edgeDataCenterId()))
                .chain(() -> vlans.checkChoice(call, work, command.vlanId()))
                .chain(() -> insert(work, vpc, command)));
    }

    /** Makes one of the platform's own, in a transaction that somebody else began. */
    public Uni<VpcView> create(Work work, CreateVpc command) {
        return insert(work, new Vpc(null, command, RequestedCidrs.by(command), vpcs.created((UUID) null)), command);
    }

    private Uni<VpcView> insert(Work work, Vpc vpc, CreateVpc command) {
        Vlans.Asked asked = new Vlans.Asked(
                vpc.tenantId, vpc.edgeDataCenterId, command.vlanId(), Boolean.TRUE.equals(command.allotVlan()));
        return vlans.take(work, asked, vpc.id)
                .invoke(taken -> vpc.vlanId = taken.orElse(null))
                .chain(() -> work.one(Next.class, NEXT_VNI))
                .chain(next -> {
                    vpc.vni = next.vni();
                    return vpcs.insert(work, VpcEvents.CREATED, vpc);
                });
    }

    /** The VPC, which nobody else changes or divides until the transaction ends; one that takes nothing new is refused. */
    public Uni<Optional<VpcView>> held(Work work, UUID id) {
        return vpcs.held(work, id).invoke(found -> found.map(VpcView::status).ifPresent(VpcProblems::requireActive));
    }

    /**
     * A subnet of the VPC begins, ends, or has other routes: whoever was told of them is told anew. Nobody reads them or divides it until the transaction ends.
     * What is marked belongs to whoever is in the VPC, whatever the caller sees of it.
     */
    public Uni<Void> divided(Work work, UUID id) {
        return vpcs.locked(work, id).chain(() -> work.unlimited(() -> follower.vpcChanged(work, id)));
    }

    /** Whether something new may be made in it. */
    public Uni<Boolean> isOpen(Work work, UUID id) {
        return work.exists(OPEN, id);
    }

    /** The data centre that a VPC is in, if it is in one. */
    public Uni<Optional<UUID>> dataCenterOf(Work work, UUID id) {
        return work.value(UUID.class, DATA_CENTER, id);
    }

    Uni<VpcView> change(Call call, UUID id, ChangeVpc command) {
        return commands.change(call, work -> vpcs.locked(call, work, id)
                .invoke(command::applyTo)
                .call(() -> follower.vpcChanged(work, id))
                .chain(vpc -> vpcs.save(call, work, VpcEvents.CHANGED, vpc)));
    }

    Uni<VpcView> delete(Call call, UUID id) {
        return commands.change(call, work -> vpcs.locked(call, work, id)
                .call(() -> work.none(VpcProblems::notEmpty, content.select(), id))
                .invoke(vpc -> release(work, vpc))
                .chain(vpc -> vpcs.delete(call, work, VpcEvents.DELETED, vpc)));
    }

    private void release(Work work, Vpc vpc) {
        vlans.giveBack(work, vpc.id);
        vpc.delete();
    }

    /** They go with their tenant, once their subnets are gone. */
    @Produces
    @Singleton
    DataHolder ofDeletedTenant() {
        return OwnedAggregates.ofTenant(OUTER, "VPCs", vpcs, VpcEvents.DELETED).changing(this::release);
    }

    Uni<VpcView> get(Call call, UUID id) {
        return vpcs.get(call, id);
    }

    Uni<Page<VpcView>> list(Call call, VpcFilter filter, ListPart page) {
        return vpcs.listShared(call, filter, page);
    }
}
