package io.skyholm.identity.login;

import io.skyholm.events.Actor;
import io.skyholm.events.EventType;
import io.skyholm.events.identity.KeycloakAdministrationEvents;
import io.skyholm.events.identity.KeycloakAdministrationFact;
import io.skyholm.identity.keycloak.Directory;
import io.skyholm.identity.keycloak.DirectoryChange;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.ColumnReaders;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells of what was done by way of the directory's own administration, past this service: page by page, in its order. */
@Singleton
class AdministrationRecords {

    private static final String READ_UNTIL =
            "update login_reading set read_until = greatest(read_until, $2) where id = $1";

    private final Directory directory;
    private final TenantTransaction transactions;
    private final Outbox outbox;

    AdministrationRecords(Directory directory, TenantTransaction transactions, Outbox outbox) {
        this.directory = directory;
        this.transactions = transactions;
        this.outbox = outbox;
    }

    /** Until a page is not full. What is read again has the same id, by which those who hear of it know it. */
    Uni<Void> read(UUID reading, Instant since, int first, int most) {
        return directory
                .changes(since, first, most)
                .call(found -> transactions.change(Cause.platform(), work -> tell(work, reading, found)))
                .chain(found ->
                        found.size() < most ? Uni.createFrom().voidItem() : read(reading, since, first + most, most));
    }

    private Uni<Integer> tell(Work work, UUID reading, List<DirectoryChange> found) {
        Map<Boolean, List<DirectoryChange>> others = found.stream()
                .filter(change -> !directory.isOurs(change))
                .collect(Collectors.partitioningBy(change -> change.error() == null));
        publish(work, KeycloakAdministrationEvents.PERFORMED, others.getOrDefault(true, List.of()));
        publish(work, KeycloakAdministrationEvents.FAILED, others.getOrDefault(false, List.of()));
        return found.isEmpty()
                ? Uni.createFrom().item(0)
                : work.execute(
                        READ_UNTIL,
                        reading,
                        ColumnReaders.parameter(found.getLast().at()));
    }

    private void publish(Work work, EventType<KeycloakAdministrationFact> type, List<DirectoryChange> changes) {
        if (!changes.isEmpty()) {
            List<KeycloakAdministrationFact> facts =
                    changes.stream().map(AdministrationRecords::fact).toList();
            outbox.publishOnce(work, type, facts, AdministrationRecords::cause);
        }
    }

    static KeycloakAdministrationFact fact(DirectoryChange change) {
        return new KeycloakAdministrationFact(
                change.factId(),
                1,
                null,
                change.operation(),
                change.resourceType(),
                change.resourcePath(),
                change.administratorId(),
                change.clientId(),
                change.ipAddress(),
                change.error(),
                change.at());
    }

    /** Keycloak's administrators are of a realm of their own and no users of ours, so the fact names them and the actor does not. */
    private static Cause cause(KeycloakAdministrationFact fact) {
        @Nullable String address = fact.ipAddress();
        return new Cause(
                TenantScope.PLATFORM, new Actor(null, address, null), fact.id().toString());
    }
}
