package io.skyholm.hosts;

import io.skyholm.events.host.HostReport;
import io.skyholm.events.host.ThingKind;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/**
 * A kind of thing that a service has on hosts: a bean of this type is all that it takes to have its rows told of reports, and
 * its orphans removed. The rows are entities with a {@link ThingOnHost}; their table has {@code id} and {@code deleted_at}
 * besides.
 */
public interface HostedKind {

    /** The kind, as hosts name it. */
    ThingKind kind();

    /** The table of its rows. */
    String table();

    /** The record as which things are read that are on a host where they should not be. */
    Class<? extends Orphan> orphan();

    /** The column that says what waits for such a thing: it is handed to {@link #changed}. */
    default String owner() {
        return "id";
    }

    /**
     * What else of a row follows from a report: assignments in SQL, each after a comma. They may name {@code thing}, the row,
     * and {@code told}, with the columns of a report, {@code restarts}, {@code builds}, {@code image_pool}, {@code image_name}, {@code sha256}, and {@code last_state}: the last that was not
     * ABSENT or CHANGING.
     */
    default String alsoSet() {
        return "";
    }

    /** A condition in SQL under which a report is news though the state is as before; it may name the same. */
    default String alsoNews() {
        return "false";
    }

    /**
     * A condition in SQL under which a thing is no orphan though its row names another host: something else keeps it there. It may name {@code thing},
     * the row, and {@code seen.host}, the host that has it.
     */
    default String keptElsewhere() {
        return "false";
    }

    /** A report has changed a thing's row: wakes whoever waits for it. */
    void changed(Work work, UUID owner, boolean isDesired);

    /** Takes from the same reports what only this kind has, such as counters. */
    default Uni<Void> reported(Work work, List<HostReport> reports) {
        return Uni.createFrom().voidItem();
    }
}
