package io.skyholm.network.place;

import io.skyholm.events.EventType;
import io.skyholm.events.network.PlaceEvents;
import io.skyholm.events.network.PlaceFact;
import io.skyholm.network.known.Owners;
import io.skyholm.network.subnet.Subnets;
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

/** What can be done with places. */
@ApplicationScoped
class Places {

    private final Commands commands;
    private final PlaceStore store;
    private final PlacePublisher publisher;
    private final Owners owners;
    private final Subnets subnets;

    Places(Commands commands, PlaceStore store, PlacePublisher publisher, Owners owners, Subnets subnets) {
        this.commands = commands;
        this.store = store;
        this.publisher = publisher;
        this.owners = owners;
        this.subnets = subnets;
    }

    Uni<PlaceView> create(Call call, CreatePlace command) {
        UUID tenant = owners.ofTenants(call, command.tenantId());
        Place place = new Place(Ids.next(), tenant, command, call.caller().id(), Instant.now());
        return commands.changeOnce(call, command, PlaceView.class, work -> owners.check(call, work, tenant)
                        .chain(() -> checkSubnet(work, place))
                        .chain(() -> {
                            publisher.publish(work, PlaceEvents.CREATED, place);
                            return work.insert(place).replaceWith(() -> PlaceView.of(place));
                        }))
                .onFailure()
                .transform(PlaceProblems::explain);
    }

    Uni<PlaceView> change(Call call, UUID id, ChangePlace command) {
        return commands.change(call, work -> locked(call, work, id)
                        .invoke(command::applyTo)
                        .call(place -> checkSubnet(work, place))
                        .chain(place -> save(call, work, place, PlaceEvents.CHANGED)))
                .onFailure()
                .transform(PlaceProblems::explain);
    }

    Uni<PlaceView> delete(Call call, UUID id) {
        return commands.change(call, work -> locked(call, work, id).chain(place -> {
            place.delete(Instant.now());
            return save(call, work, place, PlaceEvents.DELETED);
        }));
    }

    Uni<PlaceView> get(Call call, UUID id) {
        return store.find(call.caller().scope(), id).map(found -> found.orElseThrow(PlaceProblems::notFound));
    }

    Uni<Page<PlaceView>> list(Call call, PlaceFilter filter, PageRequest page) {
        return store.list(call.caller().scope(), filter, page).map(places -> Page.of(places, page, PlaceView::id));
    }

    private Uni<Void> checkSubnet(Work work, Place place) {
        return place.subnetId == null
                ? Uni.createFrom().voidItem()
                : subnets.held(work, place.subnetId)
                        .invoke(found -> {
                            if (found.filter(subnet -> place.tenantId.equals(subnet.tenantId()))
                                    .isEmpty()) {
                                throw PlaceProblems.subnetNotFound();
                            }
                        })
                        .replaceWithVoid();
    }

    private static Uni<Place> locked(Call call, Work work, UUID id) {
        return work.lock(Place.class, id)
                .map(found -> found.filter(place -> !place.isDeleted()).orElseThrow(PlaceProblems::notFound))
                .invoke(place -> call.requireMatch(place.generation));
    }

    private Uni<PlaceView> save(Call call, Work work, Place place, EventType<PlaceFact> event) {
        place.changed(call.caller().id(), Instant.now());
        publisher.publish(work, event, place);
        return work.update(place).replaceWith(() -> PlaceView.of(place));
    }
}
