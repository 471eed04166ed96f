package io.skyholm.hosts;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Notes in the rows of things what their hosts reported. */
@Singleton
class ThingRecorder {

    /** A row that changed. */
    private record Changed(UUID owner, boolean desiredPresent) {}

    /** What was seen of things that are where they should be. */
    Uni<Void> note(Work work, HostedKind kind, ObservedThings observed) {
        return work.list(Changed.class, update(kind), observed.columns())
                .invoke(rows -> rows.forEach(row -> kind.changed(work, row.owner(), row.desiredPresent())))
                .replaceWithVoid();
    }

    /**
     * Of each thing the newest generation counts that its host was told. Rows are held in the order of their ids, so that no
     * two batches wait for each other.
     */
    private static String update(HostedKind kind) {
        return """
            with told as (
                select distinct on (told.id, told.host) told.*
                from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::text[], $5::boolean[], $6::text[],
                    $7::timestamptz[], $8::text[], $9::bigint[], $10::text[], $11::text[], $12::bigint[], $13::text[])
                    as told (id, host, generation, state, settled, detail, at, last_state, builds, image_pool, image_name, restarts, sha256)
                join %2$s thing on thing.id = told.id and thing.compute_machine_id = told.host
                where told.generation <= thing.desired_generation
                order by told.id, told.host, told.generation desc
            ), held as (
                select thing.id from %2$s thing join told on told.id = thing.id
                where %1$s order by thing.id for update of thing
            )
            update %2$s thing set seen_generation = told.generation, seen_state = told.state,
                seen_settled = told.settled, seen_detail = told.detail, seen_at = least(told.at, now()),
                settled_generation = case when told.settled then told.generation else thing.settled_generation end%4$s
            from told join held on held.id = told.id
            where thing.id = told.id and %1$s
            returning thing.%3$s as owner, thing.desired_present""".formatted(isNews(kind), kind.table(), kind.owner(), kind.alsoSet());
    }

    /**
     * An older desired state's outcome says nothing, and what is known already is not written again. Nor is a time that has
     * not come: all that the host truly reports afterwards would count as older.
     */
    private static String isNews(HostedKind kind) {
        return """
            thing.compute_machine_id = told.host and thing.deleted_at is null
                and (thing.seen_generation < told.generation
                    or thing.seen_generation = told.generation and coalesce(thing.seen_at <= least(told.at, now()), true))
                and ((thing.seen_generation, thing.seen_state, thing.seen_settled, thing.seen_detail)
                    is distinct from (told.generation, told.state, told.settled, told.detail) or %s)""".formatted(kind.alsoNews());
    }
}
