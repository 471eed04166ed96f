package io.skyholm.identity.login;

import io.skyholm.identity.keycloak.DirectoryEvent;
import io.skyholm.runtime.journal.RefusedCalls;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.ColumnReaders;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Counts attempts to log in that failed and name no user of ours, such as those of an unknown program: anybody makes them without
 * meeting a limit, so that told one by one they would fill the table of logins and the platform's chain. An event is
 * remembered for as long as it is read again, so that it counts once; a process that dies loses what it has not told.
 */
@Singleton
class StrangersLogins {

    private static final String COUNT = """
            insert into counted_login_failure (event_id, at) select unnest($1::text[]), $2
            on conflict do nothing returning event_id""";
    private static final String FORGET = "delete from counted_login_failure where at < $1";

    private final TenantTransaction transactions;
    private final RefusedCalls refused;

    StrangersLogins(TenantTransaction transactions, RefusedCalls refused) {
        this.transactions = transactions;
        this.refused = refused;
    }

    /** Counts those of them that are not counted yet, all in one statement. */
    Uni<Void> count(List<DirectoryEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String[] ids = events.stream().map(DirectoryEvent::id).toArray(String[]::new);
        Instant last = events.getLast().at();
        return transactions
                .change(Cause.platform(), work -> work.values(String.class, COUNT, ids, ColumnReaders.parameter(last)))
                .invoke(counted -> tell(events, new HashSet<>(counted)))
                .replaceWithVoid();
    }

    private void tell(List<DirectoryEvent> events, Set<String> counted) {
        events.stream().filter(event -> counted.remove(event.id())).forEach(event -> refused.add(event.ipAddress()));
    }

    /** Forgets events that are not read again, since reading has come so far. */
    static Uni<Integer> forgetBefore(Work work, Instant time) {
        return work.execute(FORGET, ColumnReaders.parameter(time));
    }
}
