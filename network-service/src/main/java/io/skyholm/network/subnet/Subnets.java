package io.skyholm.network.subnet;

import io.skyholm.events.EventType;
import io.skyholm.events.network.SubnetEvents;
import io.skyholm.events.network.SubnetFact;
import io.skyholm.network.vlan.Vlans;
import io.skyholm.network.vpc.VpcView;
import io.skyholm.network.vpc.Vpcs;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done with subnets. */
@ApplicationScoped
public class Subnets {

    private final Commands commands;
    private final SubnetStore store;
    private final SubnetPublisher publisher;
    private final SubnetNeighbours neighbours;
    private final LaneStore lanes;
    private final Vpcs vpcs;
    private final Vlans vlans;

    Subnets(
            Commands commands,
            SubnetStore store,
            SubnetPublisher publisher,
            SubnetNeighbours neighbours,
            LaneStore lanes,
            Vpcs vpcs,
            Vlans vlans) {
        this.commands = commands;
        this.store = store;
        this.publisher = publisher;
        this.neighbours = neighbours;
        this.lanes = lanes;
        this.vpcs = vpcs;
        this.vlans = vlans;
    }

    Uni<SubnetView> create(Call call, CreateSubnet command) {
        return commands.changeOnce(
                        call,
                        command,
                        SubnetView.class,
                        work -> create(work, command, call.caller().id()))
                .onFailure()
                .transform(SubnetProblems::explain);
    }

    /** Makes one in a transaction that somebody else began; the VPC is held, so that nobody divides it meanwhile. */
    public Uni<SubnetView> create(Work work, CreateSubnet command, @Nullable UUID by) {
        return vpcs.held(work, command.vpcId())
                .map(found -> found.orElseThrow(SubnetProblems::vpcNotFound))
                .chain(vpc -> insert(work, vpc, command, by));
    }

    private Uni<SubnetView> insert(Work work, VpcView vpc, CreateSubnet command, @Nullable UUID by) {
        Layout layout = Layout.of(command, vpc);
        Subnet subnet = new Subnet(Ids.next(), vpc, command, layout, by, Instant.now());
        if (subnet.isPublic && subnet.tenantId != null) {
            throw SubnetProblems.notPublic();
        }
        Vlans.Asked asked = new Vlans.Asked(
                vpc.tenantId(), vpc.edgeDataCenterId(), command.vlanId(), Boolean.TRUE.equals(command.allotVlan()));
        return neighbours
                .checkApart(work, vpc.id(), layout)
                .chain(() -> vlans.take(work, asked, subnet.id))
                .chain(vlan -> {
                    subnet.vlanId = vlan.orElse(null);
                    layout.parts().forEach(part -> lanes.add(work, subnet.id, part));
                    publisher.publish(work, SubnetEvents.CREATED, subnet);
                    return work.insert(subnet).replaceWith(() -> SubnetView.of(subnet));
                });
    }

    Uni<SubnetView> change(Call call, UUID id, ChangeSubnet command) {
        return commands.change(call, work -> locked(call, work, id)
                .invoke(command::applyTo)
                .chain(subnet ->
                        save(work, subnet, SubnetEvents.CHANGED, call.caller().id())));
    }

    Uni<SubnetView> delete(Call call, UUID id) {
        return commands.change(call, work -> locked(call, work, id)
                .call(() -> neighbours.checkUnused(work, id))
                .chain(subnet -> {
                    vlans.giveBack(work, id);
                    subnet.delete(Instant.now());
                    return save(
                            work, subnet, SubnetEvents.DELETED, call.caller().id());
                }));
    }

    Uni<SubnetView> get(Call call, UUID id) {
        return store.find(call.caller().scope(), id).map(found -> found.orElseThrow(SubnetProblems::notFound));
    }

    Uni<Page<SubnetView>> list(Call call, SubnetFilter filter, PageRequest page) {
        return store.list(call.caller().scope(), filter, page).map(subnets -> Page.of(subnets, page, SubnetView::id));
    }

    /** The subnet as this transaction may see it; empty for what is deleted. */
    public Uni<Optional<SubnetView>> seen(Work work, UUID id) {
        return work.session().get(Subnet.class, id).map(found -> Optional.ofNullable(found)
                .filter(subnet -> !subnet.isDeleted())
                .map(SubnetView::of));
    }

    /** The subnet, which nobody else changes until the transaction ends; empty for what is deleted, or another's. */
    public Uni<Optional<SubnetView>> held(Work work, UUID id) {
        return work.lock(Subnet.class, id)
                .map(found -> found.filter(subnet -> !subnet.isDeleted()).map(SubnetView::of));
    }

    /** From now on the subnet's addresses are given as that pool says. */
    public Uni<Void> pooled(Work work, UUID id, @Nullable UUID pool, UUID by) {
        return work.lock(Subnet.class, id)
                .map(found -> found.orElseThrow(SubnetProblems::notFound))
                .invoke(subnet -> subnet.ipPoolId = pool)
                .chain(subnet -> save(work, subnet, SubnetEvents.CHANGED, by))
                .replaceWithVoid();
    }

    private static Uni<Subnet> locked(Call call, Work work, UUID id) {
        return work.lock(Subnet.class, id)
                .map(found -> found.filter(subnet -> !subnet.isDeleted()).orElseThrow(SubnetProblems::notFound))
                .invoke(subnet -> call.requireMatch(subnet.generation));
    }

    private Uni<SubnetView> save(Work work, Subnet subnet, EventType<SubnetFact> event, UUID by) {
        subnet.changed(by, Instant.now());
        publisher.publish(work, event, subnet);
        return work.update(subnet).replaceWith(() -> SubnetView.of(subnet));
    }
}
