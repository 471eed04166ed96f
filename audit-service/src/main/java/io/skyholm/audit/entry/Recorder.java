package io.skyholm.audit.entry;

import io.skyholm.audit.chain.Entry;
import io.skyholm.audit.chain.Occurrence;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Writes what happened behind what was written before, all of it with a handful of statements. One recorder works at a
 * time, whatever the number of replicas: chains do not fork, and positions commit in their order.
 */
@ApplicationScoped
class Recorder {

    /** Gives everything its place, in its order. */
    Uni<Void> record(Work work, List<Occurrence> happened) {
        work.send(RecordingSql.LOCK);
        return work.list(RecordingPosition.Row.class, RecordingSql.PLACES, (Object) chains(happened))
                .invoke(rows -> write(work, happened, rows))
                .replaceWithVoid();
    }

    private static void write(Work work, List<Occurrence> happened, List<RecordingPosition.Row> rows) {
        RecordingPosition places = RecordingPosition.of(rows);
        List<Entry> entries = happened.stream().map(places::link).toList();
        work.send(RecordingSql.INSERT, RecordingSql.columns(entries, places.position()));
        work.send(RecordingSql.MOVE_HEADS, RecordingSql.columns(places.changed(), places.recordedAt()));
        work.send(RecordingSql.MOVE_ON, places.position() + entries.size(), places.recordedAt());
    }

    private static UUID[] chains(List<Occurrence> happened) {
        return happened.stream().map(Occurrence::chainId).distinct().toArray(UUID[]::new);
    }
}
