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
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
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
    private final Aggregate<DataCenter, DataCenterView, DataCenterFact> dataCenters;
    private final String sums;
    private final String inUse;

    DataCenters(Commands commands, Aggregates aggregates, MachineTotals totals, @All List<DataCenterContent> contents) {
        this.commands = commands;
        this.dataCenters = aggregates
                .of(
                        "data centre",
                        DataCenter.class,
                        Select.of(
                                DataCenterView.class,
                                "edge_data_center place cross join lateral (" + totals.ofDataCenter("place.id")
                                        + ") sums"),
                        DataCenterEvents.TYPES)
                .explaining(DataCenterProblems.CONFLICTS);
        this.sums = totals.ofDataCenter("$1");
        this.inUse = contents.stream()
                .map(DataCenterContent::select)
                .collect(Collectors.joining(" union all ", "", " limit 1"));
    }

    Uni<DataCenterView> create(Call call, CreateDataCenter command) {
        return commands.changeOnce(call, command, DataCenterView.class, work -> {
            DataCenter dataCenter = new DataCenter(command, dataCenters.created(call));
            return dataCenters.insert(work, DataCenterEvents.CREATED, dataCenter);
        });
    }

    /** The data centre of that name; the platform makes it if there is none. */
    public Uni<UUID> named(Work work, String name) {
        return work.value(UUID.class, OF_NAME, name)
                .chain(found -> found.map(id -> Uni.createFrom().item(id)).orElseGet(() -> create(work, name)));
    }

    private Uni<UUID> create(Work work, String name) {
        DataCenter dataCenter = new DataCenter(CreateDataCenter.named(name), dataCenters.created((UUID) null));
        return dataCenters.insert(work, DataCenterEvents.CREATED, dataCenter).replaceWith(dataCenter.id);
    }

    /** Whether there is such a data centre, and keeps it from being deleted until this transaction ends. */
    public Uni<Boolean> exists(Work work, UUID id) {
        return work.exists(STAYS, id);
    }

    Uni<DataCenterView> change(Call call, UUID id, ChangeDataCenter command) {
        return commands.change(call, work -> locked(call, work, id)
                .invoke(command::applyTo)
                .chain(dataCenter -> dataCenters.save(call, work, DataCenterEvents.CHANGED, dataCenter)));
    }

    Uni<DataCenterView> delete(Call call, UUID id) {
        return commands.change(call, work -> locked(call, work, id)
                .call(() -> work.none(DataCenterProblems::notEmpty, inUse, id))
                .invoke(dataCenter -> dataCenter.status = DataCenterStatus.DELETED)
                .chain(dataCenter -> dataCenters.delete(call, work, DataCenterEvents.DELETED, dataCenter)));
    }

    Uni<DataCenterView> get(Call call, UUID id) {
        return dataCenters.get(call, id).map(found -> found.shownTo(call.caller()));
    }

    Uni<Page<DataCenterView>> list(Call call, DataCenterFilter filter, ListPart page) {
        return dataCenters
                .page(call, dataCenters.query().matching(filter), page)
                .map(found -> found.map(one -> one.shownTo(call.caller())));
    }

    /** What its machines have together is worked out, and shown with it. */
    private Uni<DataCenter> locked(Call call, Work work, UUID id) {
        return dataCenters.locked(call, work, id).call(dataCenter -> work.one(CapacityTotals.class, sums, id)
                .invoke(counted -> dataCenter.sums = counted));
    }
}
