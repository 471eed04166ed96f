package io.skyholm.network.subnet;

import io.quarkus.runtime.Startup;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.network.SubnetEvents;
import io.skyholm.events.network.SubnetFact;
import io.skyholm.network.vlan.Vlans;
import io.skyholm.network.vpc.VpcView;
import io.skyholm.network.vpc.Vpcs;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done with subnets. */
@Startup
@ApplicationScoped
public class Subnets {

    private final Commands commands;
    private final Aggregate<Subnet, SubnetView, SubnetFact> subnets;
    private final SubnetNeighbours neighbours;
    private final SubnetAddresses addresses;
    private final Vpcs vpcs;
    private final Vlans vlans;

    Subnets(
            Commands commands,
            Aggregates aggregates,
            SubnetNeighbours neighbours,
            SubnetAddresses addresses,
            Vpcs vpcs,
            Vlans vlans) {
        this.commands = commands;
        this.subnets = aggregates
                .of("subnet", Subnet.class, SubnetView.class, SubnetEvents.TYPES)
                .counted(CountedKind.SUBNETS)
                .explaining(SubnetProblems.CONFLICTS);
        this.neighbours = neighbours;
        this.addresses = addresses;
        this.vpcs = vpcs;
        this.vlans = vlans;
    }

    Uni<SubnetView> create(Call call, CreateSubnet command) {
        return commands.changeOnce(
                call, command, SubnetView.class, work -> vlans.checkChoice(call, work, command.vlanId())
                        .chain(() -> create(work, command, call.caller().id())));
    }

    /** Makes one in a transaction that somebody else began; the VPC is held, so that nobody divides it meanwhile. */
    public Uni<SubnetView> create(Work work, CreateSubnet command, @Nullable UUID by) {
        return vpcs.held(work, command.vpcId())
                .map(found -> found.orElseThrow(SubnetProblems::vpcNotFound))
                .chain(vpc -> insert(work, vpc, command, by));
    }

    private Uni<SubnetView> insert(Work work, VpcView vpc, CreateSubnet command, @Nullable UUID by) {
        SubnetLayout layout = SubnetLayout.of(command, vpc);
        Subnet subnet = new Subnet(vpc, command, layout, subnets.created(by));
        Vlans.Asked asked = new Vlans.Asked(
                vpc.tenantId(), vpc.edgeDataCenterId(), command.vlanId(), Boolean.TRUE.equals(command.allotVlan()));
        return neighbours
                .checkApart(work, vpc.id(), layout)
                .chain(() -> vpcs.divided(work, vpc.id()))
                .chain(() -> neighbours.checkRoom(work, subnet))
                .chain(() -> vlans.take(work, asked, subnet.id))
                .chain(vlan -> {
                    subnet.vlanId = vlan.orElse(null);
                    layout.parts().forEach(part -> addresses.open(work, subnet.id, part.block(), part.gateway()));
                    return subnets.insert(work, SubnetEvents.CREATED, subnet);
                });
    }

    Uni<SubnetView> change(Call call, UUID id, ChangeSubnet command) {
        return commands.change(call, work -> subnets.locked(call, work, id)
                .invoke(command::applyTo)
                .call(subnet -> command.routes() == null ? Uni.createFrom().voidItem() : routed(work, subnet))
                .chain(subnet -> subnets.save(call, work, SubnetEvents.CHANGED, subnet)));
    }

    private Uni<Void> routed(Work work, Subnet subnet) {
        return vpcs.divided(work, subnet.vpcId).chain(() -> neighbours.checkRoutes(work, subnet));
    }

    Uni<SubnetView> delete(Call call, UUID id) {
        return commands.change(call, work -> subnets.locked(call, work, id)
                .call(() -> neighbours.checkUnused(work, id))
                .call(subnet -> vpcs.divided(work, subnet.vpcId))
                .chain(subnet -> {
                    vlans.giveBack(work, id);
                    subnet.delete();
                    return subnets.delete(call, work, SubnetEvents.DELETED, subnet);
                }));
    }

    /** The one of that id, if the caller may see it. */
    public Uni<SubnetView> get(Call call, UUID id) {
        return subnets.get(call, id);
    }

    Uni<Page<SubnetView>> list(Call call, SubnetFilter filter, ListPart page) {
        return subnets.listShared(call, filter, page);
    }

    /** The subnet as this transaction may see it; empty for what is deleted. */
    public Uni<Optional<SubnetView>> seen(Work work, UUID id) {
        return work.session().get(Subnet.class, id).map(found -> Optional.ofNullable(found)
                .filter(subnet -> !subnet.revision.isDeleted())
                .map(subnets::view));
    }

    /** The subnet that a caller names as {@code subnetId}, which nobody else changes until the transaction ends. */
    public Uni<SubnetView> named(Work work, UUID id) {
        return subnets.held(work, id).map(found -> found.orElseThrow(SubnetProblems::notNamed));
    }

    /** The same for something of a tenant that may name a subnet: refuses one that is not the tenant's. */
    public Uni<Void> checkOwn(Work work, UUID tenant, @Nullable UUID id) {
        return id == null
                ? Uni.createFrom().voidItem()
                : subnets.held(work, id)
                        .map(found -> found.filter(subnet -> tenant.equals(subnet.tenantId()))
                                .orElseThrow(SubnetProblems::notNamed))
                        .replaceWithVoid();
    }

    /** From now on the subnet's addresses are given as that pool says. */
    public Uni<Void> pooled(Call call, Work work, UUID id, @Nullable UUID pool) {
        return subnets.required(work, id)
                .invoke(subnet -> subnet.ipPoolId = pool)
                .chain(subnet -> subnets.save(call, work, SubnetEvents.CHANGED, subnet))
                .replaceWithVoid();
    }
}
