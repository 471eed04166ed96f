package io.skyholm.audit.entry;

import io.skyholm.audit.chain.Chain;
import io.skyholm.audit.chain.Entry;
import io.skyholm.audit.chain.Head;
import io.skyholm.audit.chain.Occurrence;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where recording goes on: the last position, the time, and the heads of the chains that grow. */
final class RecordingPosition {

    private final long position;
    private final OffsetDateTime recordedAt;
    private final Map<UUID, Head> heads = new HashMap<>();
    private final Map<UUID, Head> changed = new HashMap<>();

    private RecordingPosition(long position, OffsetDateTime recordedAt) {
        this.position = position;
        this.recordedAt = recordedAt;
    }

    /** A row of {@link RecordingSql#PLACES}: where recording goes on, and one of the chains, if there is one yet. */
    record Row(
            long position,
            OffsetDateTime recordedAt,
            @Nullable UUID chainId,
            @Nullable UUID tenantId,
            @Nullable Long sequence,
            @Nullable String hash) {

        Optional<Head> head() {
            return chainId == null || sequence == null || hash == null
                    ? Optional.empty()
                    : Optional.of(new Head(chainId, tenantId, sequence, hash));
        }
    }

    /** Goes on from those rows, of which there is one at least. */
    static RecordingPosition of(List<Row> rows) {
        Row first = rows.getFirst();
        RecordingPosition places = new RecordingPosition(first.position(), first.recordedAt());
        rows.stream().flatMap(row -> row.head().stream()).forEach(head -> places.heads.put(head.chainId(), head));
        return places;
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
