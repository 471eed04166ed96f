package io.skyholm.compute.instanceset;

import static io.skyholm.deletion.DeletionStage.SETTINGS;

import io.quarkus.runtime.Startup;
import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.OwnedAggregates;
import io.skyholm.events.compute.InstanceSetEvents;
import io.skyholm.events.compute.InstanceSetFact;
import io.skyholm.events.compute.InstanceSetStatus;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;

/** What can be done with instance sets. */
@Startup
@ApplicationScoped
class InstanceSets {

    private static final String MEMBERS = "select 1 from instance_set_member where set_id = $1 limit 1";

    private final Commands commands;
    private final Aggregate<InstanceSet, InstanceSetView, InstanceSetFact> sets;

    InstanceSets(Commands commands, Aggregates aggregates) {
        this.commands = commands;
        this.sets = aggregates
                .of("instance set", InstanceSet.class, InstanceSetView.class, InstanceSetEvents.TYPES)
                .counted(CountedKind.INSTANCE_SETS)
                .explaining(InstanceSetProblems.CONFLICTS);
    }

    Uni<InstanceSetView> create(Call call, CreateInstanceSet command) {
        InstanceSet set =
                new InstanceSet(call.caller().tenantId(), call.caller().id(), command, sets.created(call));
        return commands.changeOnce(
                call, command, InstanceSetView.class, work -> sets.insert(work, InstanceSetEvents.CREATED, set));
    }

    Uni<InstanceSetView> get(Call call, UUID id) {
        return sets.get(call, id);
    }

    Uni<Page<InstanceSetView>> list(Call call, InstanceSetFilter filter, ListPart page) {
        return sets.page(call, sets.query().inScope(call.caller().scope()).matching(filter), page);
    }

    Uni<InstanceSetView> change(Call call, UUID id, ChangeInstanceSet command) {
        return commands.change(call, work -> sets.locked(call, work, id)
                .invoke(command::applyTo)
                .chain(set -> sets.save(call, work, InstanceSetEvents.CHANGED, set)));
    }

    Uni<InstanceSetView> delete(Call call, UUID id) {
        return commands.change(call, work -> sets.locked(call, work, id)
                .call(() -> work.none(InstanceSetProblems::notEmpty, MEMBERS, id))
                .invoke(set -> set.status = InstanceSetStatus.DELETED)
                .chain(set -> sets.delete(call, work, InstanceSetEvents.DELETED, set)));
    }

    /** They go with their tenant, whose instances have left them. */
    @Produces
    @Singleton
    DataHolder ofDeletedTenant() {
        return OwnedAggregates.of(
                        Holding.ofTenant(SETTINGS, "instance sets", "instance_set", "instance_set_member"),
                        sets,
                        InstanceSetEvents.DELETED)
                .changing(set -> set.status = InstanceSetStatus.DELETED);
    }

    /** The set, held against others until the transaction ends. */
    Uni<InstanceSet> held(Call call, Work work, UUID id) {
        return sets.locked(call, work, id);
    }

    /** The same, if it is not archived. */
    Uni<InstanceSet> inUse(Call call, Work work, UUID id) {
        return held(call, work, id).invoke(InstanceSet::requireActive);
    }
}
