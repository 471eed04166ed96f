package io.skyholm.network.vpc;

import io.skyholm.events.network.VpcEvents;
import io.skyholm.network.known.Owners;
import io.skyholm.network.port.StalePorts;
import io.skyholm.network.vlan.Vlans;
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

/** What can be done with VPCs. */
@ApplicationScoped
public class Vpcs {

    private static final String NEXT_VNI = "select nextval('vpc_vni')";
    private static final String SUBNETS = "select 1 from subnet where vpc_id = $1 and deleted_at is null limit 1";

    private final Commands commands;
    private final VpcStore store;
    private final VpcPublisher publisher;
    private final Owners owners;
    private final Vlans vlans;
    private final StalePorts ports;

    Vpcs(Commands commands, VpcStore store, VpcPublisher publisher, Owners owners, Vlans vlans, StalePorts ports) {
        this.commands = commands;
        this.store = store;
        this.publisher = publisher;
        this.owners = owners;
        this.vlans = vlans;
        this.ports = ports;
    }

    Uni<VpcView> create(Call call, CreateVpc command) {
        UUID owner = owners.ofShared(call, command.tenantId());
        Vpc vpc = made(owner, command, call.caller().id());
        return commands.changeOnce(call, command, VpcView.class, work -> owners.check(call, work, owner)
                        .chain(() -> owners.checkDataCenter(work, command.edgeDataCenterId()))
                        .chain(() -> insert(work, vpc, command)))
                .onFailure()
                .transform(VpcProblems::explain);
    }

    /** Makes one of the platform's own, in a transaction that somebody else began. */
    public Uni<VpcView> create(Work work, CreateVpc command) {
        return insert(work, made(null, command, null), command);
    }

    private static Vpc made(@Nullable UUID owner, CreateVpc command, @Nullable UUID by) {
        return new Vpc(Ids.next(), owner, command, Wanted.by(command), by, Instant.now());
    }

    private Uni<VpcView> insert(Work work, Vpc vpc, CreateVpc command) {
        Vlans.Asked asked = new Vlans.Asked(
                vpc.tenantId, vpc.edgeDataCenterId, command.vlanId(), Boolean.TRUE.equals(command.allotVlan()));
        return vlans.take(work, asked, vpc.id)
                .invoke(taken -> vpc.vlanId = taken.orElse(null))
                .chain(() -> work.query(NEXT_VNI))
                .chain(next -> {
                    vpc.vni = ((Number) next.next()[0]).intValue();
                    publisher.publish(work, VpcEvents.CREATED, vpc);
                    return work.insert(vpc).replaceWith(() -> VpcView.of(vpc));
                });
    }

    /** The VPC, which nobody else changes or divides until the transaction ends; empty if it takes nothing new. */
    public Uni<Optional<VpcView>> held(Work work, UUID id) {
        return work.lock(Vpc.class, id)
                .map(found -> found.filter(vpc -> !vpc.isDeleted()).map(VpcView::of));
    }

    Uni<VpcView> change(Call call, UUID id, ChangeVpc command) {
        return commands.change(call, work -> locked(call, work, id)
                        .invoke(command::applyTo)
                        .call(() -> ports.ofVpc(work, id))
                        .chain(vpc -> save(call, work, vpc)))
                .onFailure()
                .transform(VpcProblems::explain);
    }

    Uni<VpcView> delete(Call call, UUID id) {
        return commands.change(
                call,
                work -> locked(call, work, id).call(() -> checkEmpty(work, id)).chain(vpc -> {
                    vlans.giveBack(work, id);
                    vpc.delete(Instant.now());
                    return save(call, work, vpc);
                }));
    }

    private static Uni<Void> checkEmpty(Work work, UUID id) {
        return work.query(SUBNETS, id)
                .invoke(found -> {
                    if (found.hasNext()) {
                        throw VpcProblems.notEmpty();
                    }
                })
                .replaceWithVoid();
    }

    Uni<VpcView> get(Call call, UUID id) {
        return store.find(call.caller().scope(), id).map(found -> found.orElseThrow(VpcProblems::notFound));
    }

    Uni<Page<VpcView>> list(Call call, VpcFilter filter, PageRequest page) {
        return store.list(call.caller().scope(), filter, page).map(vpcs -> Page.of(vpcs, page, VpcView::id));
    }

    private static Uni<Vpc> locked(Call call, Work work, UUID id) {
        return work.lock(Vpc.class, id)
                .map(found -> found.filter(vpc -> !vpc.isDeleted()).orElseThrow(VpcProblems::notFound))
                .invoke(vpc -> call.requireMatch(vpc.generation));
    }

    private Uni<VpcView> save(Call call, Work work, Vpc vpc) {
        vpc.changed(call.caller().id(), Instant.now());
        publisher.publish(work, vpc.isDeleted() ? VpcEvents.DELETED : VpcEvents.CHANGED, vpc);
        return work.update(vpc).replaceWith(() -> VpcView.of(vpc));
    }
}
