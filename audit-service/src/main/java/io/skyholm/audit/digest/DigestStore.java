package io.skyholm.audit.digest;

import io.quarkus.runtime.Startup;
import io.skyholm.audit.chain.Digest;
import io.skyholm.audit.chain.Head;
import io.skyholm.audit.chain.VerifyingKey;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.page.ViewFactory;
import io.skyholm.runtime.page.Views;
import io.skyholm.runtime.record.RowType;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.ColumnReaders;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds digests, and the keys that signed them. */
@Startup
@Singleton
public class DigestStore {

    private static final Select<DigestView> DIGESTS = Select.of(DigestView.class, "audit_digest");
    private static final String BEHIND = DIGESTS.sql() + """
             where ($1::uuid is null or id > $1) and ($2::uuid is null or chain_id = $2) and signed_at <= $3
            order by id limit $4""";
    private static final String BETWEEN =
            DIGESTS.sql() + " where chain_id = $1 and sequence > $2 and sequence <= $3 order by sequence";
    private static final String LATEST = DIGESTS.sql() + " where chain_id = $1 order by sequence desc limit 1";
    private static final String KEYS =
            "select key_id, public_key, created_at from audit_key order by created_at desc limit 1000";

    private final TenantRead read;
    private final Views<DigestView> views;

    DigestStore(TenantRead read, ViewFactory views) {
        this.read = read;
        this.views = views.of(DIGESTS);
    }

    Uni<Page<DigestView>> list(TenantScope scope, DigestFilter filter, PageRequest page) {
        return views.page(scope, views.query().inScope(scope).matching(filter), page);
    }

    /** Those signed by then, of all chains or of one, in the order of their ids, behind one of them. */
    public Uni<List<DigestView>> behind(
            TenantScope scope, @Nullable UUID last, @Nullable UUID chain, Instant signedBy, int most) {
        Statement statement = Statement.of(BEHIND, last, chain, ColumnReaders.parameter(signedBy), most);
        return read.list(scope, statement, DIGESTS.type());
    }

    /** Those of a stretch of a chain. */
    public Uni<List<Digest>> between(TenantScope scope, UUID chain, long behind, long upTo) {
        return read.list(scope, Statement.of(BETWEEN, chain, behind, upTo), RowType.of(Digest.class));
    }

    /** The one of that place in a chain. */
    public Uni<Optional<Digest>> of(TenantScope scope, Head place) {
        return between(scope, place.chainId(), place.sequence() - 1, place.sequence())
                .map(found -> found.stream().findFirst());
    }

    /** The newest of a chain. */
    public Uni<Optional<Digest>> latest(TenantScope scope, UUID chain) {
        return read.one(scope, Statement.of(LATEST, chain), RowType.of(Digest.class));
    }

    /** All keys, the newest first. */
    public Uni<List<VerifyingKey>> verifyingKeys() {
        return keys().map(keys ->
                keys.stream().map(key -> VerifyingKey.read(key.publicKey())).toList());
    }

    Uni<List<KeyView>> keys() {
        return read.list(TenantScope.PLATFORM, Statement.of(KEYS), RowType.of(KeyView.class));
    }
}
