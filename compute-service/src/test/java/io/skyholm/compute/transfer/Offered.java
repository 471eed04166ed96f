package io.skyholm.compute.transfer;

import io.restassured.response.Response;
import io.skyholm.compute.instance.Guest;
import io.skyholm.events.compute.GoodsContext;
import io.skyholm.events.compute.InstanceGoodsEvents;
import io.skyholm.events.compute.InstanceGoodsFact;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** An instance that somebody offers to another tenant, in a test that plays network and storage. */
record Offered(Guest guest, UUID id) {

    static final String TRANSFERS = "/v1/instance-transfers";

    private static final AtomicLong GENERATION = new AtomicLong(1);

    static Map<String, Object> body(Guest guest, UUID to) {
        return new HashMap<>(Map.of("instanceId", guest.id(), "toTenantId", to));
    }

    static Offered of(Guest guest, UUID to) {
        Response made = guest.owner().post(TRANSFERS, body(guest, to));
        made.then().statusCode(201);
        return new Offered(guest, UUID.fromString(made.path("id")));
    }

    /** The same once it is known what goes along. */
    static Offered ready(Guest guest, UUID to) {
        Offered offered = of(guest, to);
        offered.says(GoodsContext.STORAGE, 0, Map.of("dataDisks", 2L), null);
        offered.says(GoodsContext.NETWORK, 0, Map.of("addresses", 1L), null);
        Eventually.holds(
                "it is ready",
                () -> Boolean.TRUE.equals(offered.seenBy(guest.owner()).path("ready")));
        return offered;
    }

    String path() {
        return TRANSFERS + "/" + id;
    }

    Response seenBy(Person person) {
        return person.get(path());
    }

    Response acceptedBy(Person receiver) {
        return receiver.post(path() + "/accept", Map.of("networks", List.of(Map.of("subnetId", UUID.randomUUID()))));
    }

    Response declinedBy(Person receiver) {
        return receiver.request().post(path() + "/decline");
    }

    /** A context says that it has looked, prepared, or cannot. */
    void says(GoodsContext context, long attempt, Map<String, Long> counts, @Nullable String refusal) {
        says(context, attempt, counts, refusal, false);
    }

    void says(
            GoodsContext context,
            long attempt,
            Map<String, Long> counts,
            @Nullable String refusal,
            boolean refusedByReceiver) {
        Broker.tell(
                InstanceGoodsEvents.of(context),
                new InstanceGoodsFact(
                        id,
                        GENERATION.incrementAndGet(),
                        null,
                        guest.id(),
                        context,
                        attempt,
                        counts,
                        refusal,
                        refusedByReceiver));
    }

    /** Both have prepared. */
    void isPrepared(long attempt) {
        says(GoodsContext.STORAGE, attempt, Map.of("dataDisks", 2L), null);
        says(GoodsContext.NETWORK, attempt, Map.of("addresses", 1L), null);
    }

    void isSoon(String status) {
        Eventually.holds(
                path() + " is " + status,
                () -> status.equals(seenBy(guest.owner()).path("status")));
    }
}
