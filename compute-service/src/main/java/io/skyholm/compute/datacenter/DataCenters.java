package io.skyholm.compute.datacenter;

import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import io.skyholm.events.compute.DataCenterEvents;
import io.skyholm.events.compute.DataCenterFact;
import io.skyholm.events.compute.DataCenterStatus;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** What can be done with data centres. */
@Startup
@ApplicationScoped
public class DataCenters {

    private static final String STAYS = "select 1 from edge_data_center where id = $1 and deleted_at is null for share";
    private static final String OF_NAME =
            "select id from edge_data_center where lower(name) = lower($1) and deleted_at is null";

    private final Commands commands;
    private final Aggregate<DataCenter, DataCenterView, DataCenterFact> places;
    private final String sums;
    private final String inUse;

    DataCenters(Commands commands, Aggregates aggregates, MachineTotals totals, @All List<DataCenterContent> contents) {
        this.commands = commands;
        this.places = aggregates.of(
                "data centre",
                DataCenter.class,
                Select.of(
                        DataCenterView.class,
                        "edge_data_center place cross join lateral (" + totals.ofDataCenter("place.id") + ") sums"),
                DataCenterEvents.TYPES);
        this.sums = totals.ofDataCenter("$1");
        this.inUse = contents.stream()
                .map(DataCenterContent::select)
                .collect(Collectors.joining(" union all ", "", " limit 1"));
    }

    Uni<DataCenterView> create(Call call, CreateDataCenter command) {
        DataCenterProblems.requireNotDeleted(command.status());
        return commands.changeOnce(call, command, DataCenterView.class, work -> {
                    DataCenter place = new DataCenter(command, places.created(call));
                    return places.insert(work, DataCenterEvents.CREATED, place);
                })
                .onFailure()
                .transform(DataCenterProblems::explain);
    }

    /** The data centre of that name; the platform makes it if there is none. */
    public Uni<UUID> named(Work work, String name) {
        return work.value(UUID.class, OF_NAME, name)
                .chain(found -> found.map(id -> Uni.createFrom().item(id)).orElseGet(() -> create(work, name)));
    }

    private Uni<UUID> create(Work work, String name) {
        DataCenter place = new DataCenter(CreateDataCenter.named(name), places.created((UUID) null));
        return places.insert(work, DataCenterEvents.CREATED, place).replaceWith(place.id);
    }

    /** Whether there is such a data centre, and keeps it from being deleted until this transaction ends. */
    public Uni<Boolean> exists(Work work, UUID id) {
        return work.exists(STAYS, id);
    }

    Uni<DataCenterView> change(Call call, UUID id, ChangeDataCenter command) {
        return commands.change(call, work -> locked(call, work, id)
                        .invoke(command::applyTo)
                        .chain(place -> places.save(call, work, DataCenterEvents.CHANGED, place)))
                .onFailure()
                .transform(DataCenterProblems::explain);
    }

    Uni<DataCenterView> delete(Call call, UUID id) {
        return commands.change(call, work -> locked(call, work, id)
                .call(() -> work.none(DataCenterProblems::notEmpty, inUse, id))
                .invoke(place -> place.status = DataCenterStatus.DELETED)
                .chain(place -> places.delete(call, work, DataCenterEvents.DELETED, place)));
    }

    Uni<DataCenterView> get(Call call, UUID id) {
        return places.get(call, id);
    }

    Uni<Page<DataCenterView>> list(Call call, DataCenterFilter filter, PageRequest page) {
        return places.page(
                call,
                places.query()
                        .living(filter.status() != DataCenterStatus.DELETED)
                        .matching(filter),
                page);
    }

    /** What its machines have together is worked out, and shown with it. */
    private Uni<DataCenter> locked(Call call, Work work, UUID id) {
        return places.locked(call, work, id)
                .call(place -> work.one(Sums.class, sums, id).invoke(counted -> place.sums = counted));
    }
}
