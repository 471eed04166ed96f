package io.skyholm.audit.entry;

import io.skyholm.audit.chain.Entry;
import io.skyholm.audit.chain.Head;
import io.skyholm.audit.chain.Occurrence;
import java.lang.reflect.Array;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The statements of recording, and their parameters: an array for each column. */
public final class RecordingSql {

    /** Held until the transaction ends; what is read behind it is what the recorder before committed. */
    static final String LOCK = "select pg_advisory_xact_lock(hashtext('audit_recording'))";

    /** The clock may be set back, recording does not go back with it. */
    static final String PLACES = """
            select recording.position, greatest((select clock_timestamp()), recording.recorded_at) as recorded_at,
                chain.chain_id, chain.tenant_id, chain.sequence, chain.hash
            from audit_recording recording left join audit_chain chain on chain.chain_id = any($1::uuid[])""";

    /** Inserts entries; see {@link #columns(List, long)}. */
    public static final String INSERT = """
            insert into audit_entry (position, id, chain_id, sequence, tenant_id, user_id, credential, action,
                resource_type, resource_id, event_type, generation, correlation_id, details, ip_address, user_agent,
                status, created_at, recorded_at, previous_hash, hash)
            select $1::bigint + ordinality, id, chain_id, sequence, tenant_id, user_id, credential, action,
                resource_type, resource_id, event_type, generation, correlation_id, details, ip_address, user_agent,
                status, created_at, recorded_at, previous_hash, hash
            from unnest($2::uuid[], $3::uuid[], $4::bigint[], $5::uuid[], $6::uuid[], $7::text[], $8::text[],
                $9::text[], $10::text[], $11::text[], $12::bigint[], $13::text[], $14::text[], $15::text[],
                $16::text[], $17::text[], $18::timestamptz[], $19::timestamptz[], $20::text[], $21::text[])
                with ordinality as entry (id, chain_id, sequence, tenant_id, user_id, credential, action,
                    resource_type, resource_id, event_type, generation, correlation_id, details, ip_address,
                    user_agent, status, created_at, recorded_at, previous_hash, hash, ordinality)""";

    /** Moves the ends of chains; see {@link #columns(List, OffsetDateTime)}. */
    public static final String MOVE_HEADS = """
            insert into audit_chain as chain (chain_id, tenant_id, sequence, hash, updated_at)
            select chain_id, tenant_id, sequence, hash, $1::timestamptz
            from unnest($2::uuid[], $3::uuid[], $4::bigint[], $5::text[]) as head (chain_id, tenant_id, sequence, hash)
            on conflict (chain_id) do update
                set sequence = excluded.sequence, hash = excluded.hash, updated_at = excluded.updated_at""";

    /** Notes the last position and its time. */
    public static final String MOVE_ON = "update audit_recording set position = $1, recorded_at = $2";

    private RecordingSql() {}

    /** The parameters of {@link #INSERT} for entries behind that position. */
    public static @Nullable Object[] columns(List<Entry> entries, long position) {
        return new @Nullable Object[] {
            position,
            occurrences(entries, UUID.class, Occurrence::id),
            occurrences(entries, UUID.class, Occurrence::chainId),
            column(entries, Long.class, Entry::sequence),
            occurrences(entries, UUID.class, Occurrence::tenantId),
            occurrences(entries, UUID.class, Occurrence::userId),
            occurrences(entries, String.class, Occurrence::credential),
            occurrences(entries, String.class, Occurrence::action),
            occurrences(entries, String.class, Occurrence::resourceType),
            occurrences(entries, String.class, Occurrence::resourceId),
            occurrences(entries, String.class, Occurrence::eventType),
            occurrences(entries, Long.class, Occurrence::generation),
            occurrences(entries, String.class, Occurrence::correlationId),
            occurrences(entries, String.class, Occurrence::details),
            occurrences(entries, String.class, Occurrence::ipAddress),
            occurrences(entries, String.class, Occurrence::userAgent),
            occurrences(entries, String.class, what -> what.status().name()),
            occurrences(entries, OffsetDateTime.class, what -> utc(what.createdAt())),
            column(entries, OffsetDateTime.class, entry -> utc(entry.recordedAt())),
            column(entries, String.class, Entry::previousHash),
            column(entries, String.class, Entry::hash)
        };
    }

    /** The parameters of {@link #MOVE_HEADS}. */
    public static @Nullable Object[] columns(List<Head> heads, OffsetDateTime recordedAt) {
        return new @Nullable Object[] {
            recordedAt,
            column(heads, UUID.class, Head::chainId),
            column(heads, UUID.class, Head::tenantId),
            column(heads, Long.class, Head::sequence),
            column(heads, String.class, Head::hash)
        };
    }

    private static <C> Object occurrences(List<Entry> entries, Class<C> type, Function<Occurrence, @Nullable C> value) {
        return column(entries, type, entry -> value.apply(entry.what()));
    }

    private static <T, C> Object column(List<T> rows, Class<C> type, Function<T, @Nullable C> value) {
        Object column = Array.newInstance(type, rows.size());
        for (int row = 0; row < rows.size(); row++) {
            Array.set(column, row, value.apply(rows.get(row)));
        }
        return column;
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
