package io.skyholm.audit.digest;

import io.skyholm.audit.chain.Digest;
import io.skyholm.audit.chain.VerifyingKey;
import io.skyholm.runtime.page.ListQuery;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.ColumnReaders;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds digests, and the keys that signed them. */
@Singleton
public class DigestStore {

    private static final String SELECT =
            "select id, chain_id, tenant_id, sequence, hash, signed_at, signature, key_id from audit_digest";
    private static final String BEHIND = SELECT + """
             where ($1::uuid is null or id > $1) and ($2::uuid is null or chain_id = $2) and signed_at <= $3
            order by id limit $4""";
    private static final String BETWEEN =
            SELECT + " where chain_id = $1 and sequence > $2 and sequence <= $3 order by sequence";
    private static final String LATEST = SELECT + " where chain_id = $1 order by sequence desc limit 1";
    private static final String KEYS =
            "select key_id, public_key, created_at from audit_key order by created_at desc limit 1000";

    private final TenantRead read;

    DigestStore(TenantRead read) {
        this.read = read;
    }

    Uni<List<DigestView>> list(TenantScope scope, DigestFilter filter, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT).inScope(scope).where("chain_id = ?", filter.chainId());
        return read.list(scope, query.page(page), DigestStore::view);
    }

    /** Those signed by then, of all chains or of one, in the order of their ids, behind one of them. */
    public Uni<List<DigestView>> behind(
            TenantScope scope, @Nullable UUID last, @Nullable UUID chain, Instant signedBy, int most) {
        return read.list(
                scope, Statement.of(BEHIND, last, chain, ColumnReaders.parameter(signedBy), most), DigestStore::view);
    }

    /** Those of a stretch of a chain. */
    public Uni<List<Digest>> between(TenantScope scope, UUID chain, long behind, long upTo) {
        return read.list(scope, Statement.of(BETWEEN, chain, behind, upTo), row -> view(row)
                .digest());
    }

    /** The newest of a chain. */
    public Uni<Optional<Digest>> latest(TenantScope scope, UUID chain) {
        return read.one(scope, Statement.of(LATEST, chain), row -> view(row).digest());
    }

    /** All keys, the newest first. */
    public Uni<List<VerifyingKey>> verifyingKeys() {
        return keys().map(keys ->
                keys.stream().map(key -> VerifyingKey.read(key.publicKey())).toList());
    }

    Uni<List<KeyView>> keys() {
        return read.list(
                TenantScope.PLATFORM,
                Statement.of(KEYS),
                row -> new KeyView(
                        row.getString("key_id"),
                        row.getString("public_key"),
                        ColumnReaders.instant(row, "created_at")));
    }

    private static DigestView view(Row row) {
        return new DigestView(
                row.getUUID("id"),
                row.getUUID("chain_id"),
                row.getUUID("tenant_id"),
                row.getLong("sequence"),
                row.getString("hash"),
                ColumnReaders.instant(row, "signed_at"),
                row.getString("signature"),
                row.getString("key_id"));
    }
}
