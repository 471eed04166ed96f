package io.skyholm.network.handover;

import io.skyholm.events.EventJson;
import io.skyholm.events.compute.InstanceGoodsFact;
import io.skyholm.events.compute.InstanceTransferEvents;
import io.skyholm.events.compute.InstanceTransferFact;
import io.skyholm.events.compute.InstanceTransferStatus;
import io.skyholm.events.compute.WantedNetwork;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Told;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** An offer of an instance as compute would tell of it, played by a test. */
record Offer(UUID id, UUID instance, Person giver, Person receiver, AtomicLong generation) {

    static Offer of(UUID instance, Person giver, Person receiver) {
        return new Offer(UUID.randomUUID(), instance, giver, receiver, new AtomicLong());
    }

    /** It was made, and is looked at. */
    InstanceGoodsFact looked() {
        tell(InstanceTransferStatus.PENDING, 0);
        return hears(0);
    }

    /** It was accepted, into those networks; gives what is answered. */
    InstanceGoodsFact accepted(long attempt, WantedNetwork... networks) {
        tell(InstanceTransferStatus.PREPARING, attempt, networks);
        return hears(attempt);
    }

    /** All have prepared: it goes. */
    void isDone(long attempt) {
        tell(InstanceTransferStatus.ACCEPTED, attempt);
    }

    /** It does not go now. */
    void isAbandoned(long attempt) {
        tell(InstanceTransferStatus.PENDING, attempt);
    }

    void tell(InstanceTransferStatus status, long attempt, WantedNetwork... networks) {
        long next = generation.incrementAndGet();
        boolean isTaken = status == InstanceTransferStatus.PREPARING || status == InstanceTransferStatus.ACCEPTED;
        Instant now = Instant.now();
        InstanceTransferFact ofGiver = new InstanceTransferFact(
                id,
                next,
                giver.tenant(),
                giver.tenant(),
                receiver.tenant(),
                instance,
                "web",
                null,
                Map.of(),
                status,
                attempt,
                null,
                List.of(),
                now,
                status == InstanceTransferStatus.ACCEPTED ? now : null,
                null,
                now,
                now);
        Broker.tell(InstanceTransferEvents.LOOKED, ofGiver);
        Broker.tell(
                InstanceTransferEvents.LOOKED,
                ofGiver.toldToReceiver(isTaken ? receiver.id() : null, List.of(networks)));
    }

    private InstanceGoodsFact hears(long attempt) {
        return Eventually.found(
                        "an answer to " + attempt, this::last, found -> found.filter(fact -> fact.attempt() == attempt)
                                .isPresent())
                .orElseThrow();
    }

    private Optional<InstanceGoodsFact> last() {
        return Told.of(id).stream()
                .map(event -> EventJson.read(String.valueOf(event.get("payload")), InstanceGoodsFact.class))
                .reduce((older, newer) -> newer);
    }

    /** How many answers there were. */
    int answers() {
        return Told.of(id).size();
    }
}
