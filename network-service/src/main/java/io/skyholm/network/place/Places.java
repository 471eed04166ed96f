package io.skyholm.network.place;

import static io.skyholm.deletion.DeletionStage.SETTINGS;

import io.quarkus.runtime.Startup;
import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.OwnedAggregates;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.network.PlaceEvents;
import io.skyholm.events.network.PlaceFact;
import io.skyholm.network.subnet.SubnetContent;
import io.skyholm.network.subnet.Subnets;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.aggregate.Owners;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;

/** What can be done with places. */
@Startup
@ApplicationScoped
class Places {

    private final Commands commands;
    private final Aggregate<Place, PlaceView, PlaceFact> places;
    private final Owners owners;
    private final Subnets subnets;

    Places(Commands commands, Aggregates aggregates, Owners owners, Subnets subnets) {
        this.commands = commands;
        this.places = aggregates
                .of("place", Place.class, PlaceView.class, PlaceEvents.TYPES)
                .counted(CountedKind.PLACES)
                .explaining(PlaceProblems.CONFLICTS);
        this.owners = owners;
        this.subnets = subnets;
    }

    Uni<PlaceView> create(Call call, CreatePlace command) {
        Place place = new Place(Owners.ofTenants(call, command.tenantId()), command, places.created(call));
        return commands.changeOnce(call, command, PlaceView.class, work -> owners.check(call, work, place.tenantId)
                .chain(() -> subnets.checkOwn(work, place.tenantId, place.subnetId))
                .chain(() -> places.insert(work, PlaceEvents.CREATED, place)));
    }

    Uni<PlaceView> change(Call call, UUID id, ChangePlace command) {
        return commands.change(call, work -> places.locked(call, work, id)
                .invoke(command::applyTo)
                .call(place -> subnets.checkOwn(work, place.tenantId, place.subnetId))
                .chain(place -> places.save(call, work, PlaceEvents.CHANGED, place)));
    }

    /** What is deleted gives its subnet back. */
    Uni<PlaceView> delete(Call call, UUID id) {
        return commands.change(call, work -> places.locked(call, work, id)
                .invoke(Place::delete)
                .chain(place -> places.delete(call, work, PlaceEvents.DELETED, place)));
    }

    Uni<PlaceView> get(Call call, UUID id) {
        return places.get(call, id);
    }

    Uni<Page<PlaceView>> list(Call call, PlaceFilter filter, ListPart page) {
        return places.list(call, filter, page);
    }

    /** They go with their tenant. */
    @Produces
    @Singleton
    DataHolder ofDeletedTenant() {
        return OwnedAggregates.ofTenant(SETTINGS, "places", places, PlaceEvents.DELETED)
                .changing(Place::delete);
    }

    /** They keep their subnet from being deleted. */
    @Produces
    @Singleton
    static SubnetContent ofDeletedSubnet() {
        return () -> "select 1 from place where subnet_id = $1 and deleted_at is null";
    }
}
