package io.skyholm.compute.datacenter;

import io.skyholm.events.compute.DataCenterEvents;
import io.skyholm.events.compute.DataCenterStatus;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done with data centres. */
@ApplicationScoped
public class DataCenters {

    private static final String STAYS = "select 1 from edge_data_center where id = $1 and deleted_at is null for share";
    private static final String OF_NAME =
            "select id from edge_data_center where lower(name) = lower($1) and deleted_at is null";
    private static final String IN_USE = """
            select 1 from resource_pool where edge_data_center_id = $1 and deleted_at is null
            union all
            select 1 from compute_machine where edge_data_center_id = $1 and deleted_at is null limit 1""";
    private static final String SUMS = Sums.OF_MACHINES + " m.edge_data_center_id = $1";

    private final Commands commands;
    private final DataCenterStore store;
    private final DataCenterPublisher publisher;

    DataCenters(Commands commands, DataCenterStore store, DataCenterPublisher publisher) {
        this.commands = commands;
        this.store = store;
        this.publisher = publisher;
    }

    Uni<DataCenterView> create(Call call, CreateDataCenter command) {
        checkStatus(command.status());
        return commands.changeOnce(call, command, DataCenterView.class, work -> {
                    DataCenter place =
                            new DataCenter(Ids.next(), command, call.caller().id(), Instant.now());
                    return insert(work, place).replaceWith(() -> DataCenterView.of(place, Sums.NONE));
                })
                .onFailure()
                .transform(DataCenterProblems::explain);
    }

    /** The data centre of that name; the platform makes it if there is none. */
    public Uni<UUID> named(Work work, String name) {
        return work.query(OF_NAME, name).chain(found -> {
            if (found.hasNext()) {
                return Uni.createFrom().item((UUID) found.next()[0]);
            }
            CreateDataCenter command = new CreateDataCenter(name, null, null, null, null);
            DataCenter place = new DataCenter(Ids.next(), command, null, Instant.now());
            return insert(work, place).replaceWith(place.id);
        });
    }

    /** Whether there is such a data centre, and keeps it from being deleted until this transaction ends. */
    public Uni<Boolean> exists(Work work, UUID id) {
        return work.query(STAYS, id).map(found -> found.hasNext());
    }

    private Uni<Void> insert(Work work, DataCenter place) {
        publisher.publish(work, DataCenterEvents.CREATED, place);
        return work.insert(place);
    }

    Uni<DataCenterView> change(Call call, UUID id, ChangeDataCenter command) {
        checkStatus(command.status());
        return commands.change(
                        call,
                        work -> locked(call, work, id).invoke(command::applyTo).chain(place -> save(call, work, place)))
                .onFailure()
                .transform(DataCenterProblems::explain);
    }

    Uni<DataCenterView> delete(Call call, UUID id) {
        return commands.change(call, work -> locked(call, work, id)
                .call(() -> work.query(IN_USE, id).invoke(used -> {
                    if (used.hasNext()) {
                        throw DataCenterProblems.notEmpty();
                    }
                }))
                .chain(place -> {
                    place.delete(Instant.now());
                    return save(call, work, place);
                }));
    }

    Uni<DataCenterView> get(Call call, UUID id) {
        return store.find(call.caller().scope(), id).map(found -> found.orElseThrow(DataCenterProblems::notFound));
    }

    Uni<Page<DataCenterView>> list(Call call, DataCenterFilter filter, PageRequest page) {
        return store.list(call.caller().scope(), filter, page).map(places -> Page.of(places, page, DataCenterView::id));
    }

    private static void checkStatus(@Nullable DataCenterStatus status) {
        if (status == DataCenterStatus.DELETED) {
            throw DataCenterProblems.deleteToDelete();
        }
    }

    private Uni<DataCenter> locked(Call call, Work work, UUID id) {
        return work.lock(DataCenter.class, id)
                .map(found -> found.filter(place -> !place.isDeleted()).orElseThrow(DataCenterProblems::notFound))
                .invoke(place -> call.requireMatch(place.generation));
    }

    private Uni<DataCenterView> save(Call call, Work work, DataCenter place) {
        place.changed(call.caller().id(), Instant.now());
        publisher.publish(work, place.isDeleted() ? DataCenterEvents.DELETED : DataCenterEvents.CHANGED, place);
        return work.update(place)
                .chain(() -> work.query(SUMS, place.id))
                .map(sums -> DataCenterView.of(place, Sums.of(sums)));
    }
}
