package io.skyholm.network.place;

import static io.skyholm.deletion.DeletionStage.SETTINGS;

import io.quarkus.runtime.Startup;
import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Emptied;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.OwnedRows;
import io.skyholm.events.network.PlaceEvents;
import io.skyholm.events.network.PlaceFact;
import io.skyholm.events.network.PlaceStatus;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The places of a tenant that is deleted. */
@Startup
@Singleton
class TenantPlaces implements DataHolder {

    private static final OwnedRows LIVING = OwnedRows.livingOfTenant("place");

    private final Aggregate<Place, PlaceView, PlaceFact> places;

    TenantPlaces(Aggregates aggregates) {
        this.places = aggregates.of("place", Place.class, PlaceView.class, PlaceEvents.TYPES);
    }

    @Override
    public Holding holding() {
        return Holding.ofTenant(SETTINGS, "places", "place");
    }

    @Override
    public Uni<Emptied> empty(Work work, UUID tenant) {
        return LIVING.delete(work, tenant, places, PlaceEvents.DELETED, place -> place.status = PlaceStatus.DELETED);
    }
}
