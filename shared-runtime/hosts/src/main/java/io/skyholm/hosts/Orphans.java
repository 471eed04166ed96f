package io.skyholm.hosts;

import io.skyholm.events.host.ThingKey;
import io.skyholm.hosts.ObservedThings.Seen;
import io.skyholm.runtime.record.RowType;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Things that are on a host though their place is elsewhere or nowhere: a host that was lost and fenced comes back with
 * them. Its desired state becomes their absence, and that is withdrawn when the host has shown that they are gone.
 */
@Singleton
class Orphans {

    /** What this rule says of a thing; the rest is in its row. */
    private static final Set<String> OWN = Set.of("id", "host", "generation");

    private final HostDesiredStates desired;

    Orphans(HostDesiredStates desired) {
        this.desired = desired;
    }

    /** Looks at what hosts hold by their inventories, and at what they report to be gone. */
    Uni<Void> remove(Work work, HostedKind kind, ObservedThings observed) {
        return work.list(kind.orphan(), elsewhere(kind), observed.keys())
                .invoke(found -> found.forEach(orphan -> remove(work, kind, observed, orphan)))
                .replaceWithVoid();
    }

    private void remove(Work work, HostedKind kind, ObservedThings observed, Orphan orphan) {
        Seen seen = observed.of(orphan.host(), orphan.id());
        if (seen != null && seen.isHeld()) {
            desired.tell(work, orphan.host(), orphan.absence());
        } else if (seen != null && seen.isGone()) {
            desired.withdraw(work, orphan.host(), new ThingKey(kind.kind(), orphan.id()), orphan.generation());
        }
    }

    /**
     * Things are known, and known not to belong on those hosts; the generation is newer than any that such a host was told,
     * and the same each time: a host that were told a newer one at each of its reports would begin anew each time. Rows are
     * held, so that a thing that goes to such a host at the same moment is told of after this, and not before.
     */
    private static String elsewhere(HostedKind kind) {
        String columns = RowType.of(kind.orphan()).columns().stream()
                .filter(column -> !OWN.contains(column))
                .map(column -> ", thing." + column)
                .collect(Collectors.joining());
        return """
            select thing.id, seen.host, thing.desired_generation + %s as generation%s
            from unnest($1::uuid[], $2::uuid[]) as seen (id, host) join %s thing on thing.id = seen.id
            where (thing.deleted_at is not null or thing.compute_machine_id is distinct from seen.host) and not (%s)
            order by thing.id for share of thing""".formatted(DesiredGeneration.OF_ORPHAN, columns, kind.table(), kind.keptElsewhere());
    }
}
