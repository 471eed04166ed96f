package io.skyholm.audit.entry;

import io.skyholm.audit.chain.Chain;
import io.skyholm.audit.chain.Entry;
import io.skyholm.audit.chain.Head;
import io.skyholm.audit.chain.Occurrence;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.pool.ReactiveConnection;

/** Where recording goes on: the last position, the time, and the heads of the chains that grow. */
final class Places {

    private final long position;
    private final OffsetDateTime recordedAt;
    private final Map<UUID, Head> heads = new HashMap<>();
    private final Map<UUID, Head> changed = new HashMap<>();

    private Places(long position, OffsetDateTime recordedAt) {
        this.position = position;
        this.recordedAt = recordedAt;
    }

    /** Reads the answer to {@link RecordingSql#PLACES}, which has a row at least. */
    static Places read(ReactiveConnection.Result rows) {
        Object[] row = rows.next();
        Places places = new Places((Long) row[0], (OffsetDateTime) row[1]);
        places.add(row);
        while (rows.hasNext()) {
            places.add(rows.next());
        }
        return places;
    }

    private void add(Object[] row) {
        if (row[2] instanceof UUID chain) {
            heads.put(chain, new Head(chain, (UUID) row[3], (Long) row[4], (String) row[5]));
        }
    }

    /** Gives what happened the next place in its chain. */
    Entry link(Occurrence what) {
        UUID chain = what.chainId();
        Head head = changed.getOrDefault(chain, heads.getOrDefault(chain, Head.beginning(chain)));
        Entry entry = Chain.link(head, what, recordedAt.toInstant());
        changed.put(chain, Head.behind(entry));
        return entry;
    }

    /** The last position that was given before. */
    long position() {
        return position;
    }

    OffsetDateTime recordedAt() {
        return recordedAt;
    }

    /** The heads that moved. */
    List<Head> changed() {
        return List.copyOf(changed.values());
    }
}
