package io.skyholm.network.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.testing.fixtures.EventStream;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A list is watched with its filters and rights; places stand for every list. */
@QuarkusTest
class PlacesWatchTest {

    private static final String PLACES = "/v1/places";
    private static final String STREAM = PLACES + "/stream";

    private final Person owner = Person.fresh();

    @Test
    void whatIsMadeChangedAndDeletedIsToldToItsTenantOnly() {
        try (EventStream own = EventStream.of(owner, STREAM);
                EventStream foreign = EventStream.of(Person.fresh(), STREAM);
                EventStream all = EventStream.of(Person.ADMIN, STREAM)) {
            UUID place = made("Aachen");
            own.tells("changed", place);
            all.tells("changed", place);
            owner.patch(PLACES + "/" + place, Map.of("name", "Bonn")).then().statusCode(200);
            own.tells("changed", "\"name\":\"Bonn\"");
            owner.delete(PLACES + "/" + place).then().statusCode(200);
            own.tells("removed", place);
            all.tells("removed", place);
            assertThat(foreign.data()).noneMatch(data -> data.contains(place.toString()));
        }
    }

    @Test
    void whatLeavesTheFilterIsRemovedAndWhatMatchesItIsTold() {
        UUID place = made("Aachen");
        try (EventStream active = EventStream.of(owner, STREAM + "?status=ACTIVE");
                EventStream inactive = EventStream.of(owner, STREAM + "?status=INACTIVE")) {
            owner.patch(PLACES + "/" + place, Map.of("status", "INACTIVE"))
                    .then()
                    .statusCode(200);
            active.tells("removed", place);
            inactive.tells("changed", place);
        }
    }

    @Test
    void whoComesBackHearsWhatCameMeanwhileAndNothingBefore() {
        UUID before = made("Aachen");
        String last;
        try (EventStream first = EventStream.of(owner, STREAM)) {
            UUID heard = made("Bonn");
            first.tells("changed", heard);
            last = first.ids().getLast();
        }
        UUID meanwhile = made("Celle");
        try (EventStream again = EventStream.of(owner, STREAM, last)) {
            again.tells("changed", meanwhile);
            assertThat(again.data()).noneMatch(data -> data.contains(before.toString()));
            assertThat(again.data()).noneMatch(data -> data.contains("Bonn"));
        }
    }

    @Test
    void changesThatEndInAnotherOrderThanTheyBeganAreAllTold() {
        try (EventStream own = EventStream.of(owner, STREAM)) {
            UUID late = made("Aachen");
            own.tells("changed", late);
            List<UUID> quick = new ArrayList<>();
            Sql.asSuperuser("network").change(() -> quick.add(made("Bonn")), """
                    insert into outbox_event (id, aggregate_type, aggregate_id, type, tenant_id, source, generation,
                        correlation_id)
                    values (uuidv7(), 'network.place', ?::text, 'network.place.changed.v1', ?, '/network', 2, 'late')""", late, owner.tenant());
            own.tells("changed", quick.getFirst());
            Eventually.holds(
                    "the late one is told again",
                    () -> own.data().stream()
                                    .filter(data -> data.contains(late.toString()))
                                    .count()
                            == 2);
        }
    }

    @Test
    void whoWasAwayTooLongIsToldToReadTheListAnew() {
        made("Aachen");
        for (String unknown : List.of("1", "999999999999999999")) {
            try (EventStream stream = EventStream.of(owner, STREAM, unknown)) {
                stream.tells("reset", "{}");
                UUID place = made("Place " + unknown);
                stream.tells("changed", place);
            }
        }
    }

    /** The head would be an answer of its own to the gateway, and what is asked next on that connection would get none. */
    @Test
    void headOfAStreamAloneIsRefused() {
        owner.request().head(STREAM).then().statusCode(405);
    }

    @Test
    void manyThousandChangesOfAnotherTenantDelayNobody() {
        Person other = Person.fresh();
        try (EventStream own = EventStream.of(owner, STREAM)) {
            Sql.asSuperuser("network").change("""
                    insert into outbox_event (id, aggregate_type, aggregate_id, type, tenant_id, source, generation,
                        correlation_id)
                    select uuidv7(), 'network.place', uuidv7()::text, 'network.place.changed.v1', ?, '/network', 2, 'flood'
                    from generate_series(1, 20000)""", other.tenant());
            UUID place = made("Aachen");
            long begun = System.nanoTime();
            own.tells("changed", place);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
            assertThat(own.data()).hasSize(1);
        }
    }

    @Test
    void aCallerWatchesOnlySoManyLists() {
        Person many = Person.in(UUID.randomUUID(), BuiltInRole.TENANT_ADMIN);
        List<EventStream> streams = new ArrayList<>();
        try {
            Stream.generate(() -> EventStream.of(many, STREAM)).limit(20).forEach(streams::add);
            assertThat(streams).allMatch(stream -> stream.status() == 200);
            try (EventStream refused = EventStream.of(many, STREAM)) {
                assertThat(refused.status()).isEqualTo(429);
            }
        } finally {
            streams.forEach(EventStream::close);
        }
    }

    private UUID made(String name) {
        return owner.made(PLACES, Map.of("name", name));
    }
}
