package io.skyholm.runtime.testing;

import io.skyholm.events.EventJson;
import io.skyholm.events.deletion.DataDeletionFact;
import io.skyholm.events.deletion.HeldData;
import io.skyholm.events.identity.TenantEvents;
import io.skyholm.events.identity.TenantFact;
import io.skyholm.events.identity.TenantStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A tenant that identity deletes, and what the service under test tells of what it had of it. */
public record DeletedTenant(UUID id) {

    /** Identity tells of it. */
    public static DeletedTenant of(UUID tenant) {
        Broker.tell(
                TenantEvents.CHANGED,
                new TenantFact(
                        tenant,
                        1000,
                        "Tenant " + tenant,
                        null,
                        TenantStatus.DELETING,
                        null,
                        null,
                        null,
                        Instant.now(),
                        Instant.now(),
                        null,
                        null,
                        null));
        return new DeletedTenant(tenant);
    }

    /** What the service told last. */
    public Optional<DataDeletionFact> told() {
        return Told.of(id).stream()
                .filter(event -> String.valueOf(event.get("type")).contains(".data-deletion."))
                .map(event -> EventJson.read(String.valueOf(event.get("payload")), DataDeletionFact.class))
                .reduce((older, newer) -> newer);
    }

    /** How much it told last to be left of that. */
    public Optional<HeldData> held(String name) {
        return told().flatMap(fact -> fact.holdings().stream()
                .filter(held -> held.name().equals(name))
                .findFirst());
    }

    /** Waits until it tells that it waits for such a thing with what it holds of that name. */
    public HeldData waits(String name, String reason) {
        return Eventually.found(name + " wait", () -> held(name), held -> held.filter(
                                it -> String.valueOf(it.waitsFor()).contains(reason))
                        .isPresent())
                .orElseThrow();
    }

    /** Waits until it tells that it holds nothing more. */
    public DataDeletionFact isGone() {
        return Eventually.found(
                        "nothing of " + id + " is left", this::told, fact -> fact.filter(it -> it.completedAt() != null)
                                .isPresent())
                .orElseThrow();
    }
}
