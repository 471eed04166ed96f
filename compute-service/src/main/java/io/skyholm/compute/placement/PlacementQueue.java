package io.skyholm.compute.placement;

import io.skyholm.runtime.tenant.ColumnReaders;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** The instances that wait for a place, first come first. */
@Singleton
public class PlacementQueue {

    private static final String ENTER = """
            insert into placement_queue as place (instance_id, explanation, since, looked_at) values ($1, $2, $3, $3)
            on conflict (instance_id) do update set explanation = excluded.explanation, looked_at = excluded.looked_at
            returning (select count(*) from
                (select 1 from placement_queue before where before.number < place.number limit $4) counted)""";
    private static final String LEAVE = "delete from placement_queue where instance_id = $1";
    private static final String NEXT = "select instance_id from placement_queue order by number limit 20";

    private final InstanceWaker instances;

    PlacementQueue(InstanceWaker instances) {
        this.instances = instances;
    }

    /**
     * Notes why somebody waits, and tells how many wait before them.
     *
     * @param most as many as are counted: who waits behind thousands would otherwise count them all at each look
     */
    public Uni<Long> enter(Work work, UUID instance, Explanation why, int most) {
        return work.value(Long.class, ENTER, instance, why.text(), ColumnReaders.parameter(work.now()), most)
                .map(Optional::orElseThrow);
    }

    /** They have a place, or want none any more. */
    public void leave(Work work, UUID instance) {
        work.send(LEAVE, instance);
    }

    /** Has those at the front look again: something became free. */
    Uni<Void> wakeNext(Work work) {
        return work.values(UUID.class, NEXT)
                .invoke(ids -> ids.forEach(instance -> instances.remind(work, instance)))
                .replaceWithVoid();
    }
}
