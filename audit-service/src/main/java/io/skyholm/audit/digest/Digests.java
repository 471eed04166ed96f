package io.skyholm.audit.digest;

import io.skyholm.audit.AuditSettings;
import io.skyholm.audit.chain.Digest;
import io.skyholm.audit.chain.Head;
import io.skyholm.audit.chain.SigningKey;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.runtime.time.RealTime;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Signs where chains end, so that nobody can rewrite a chain from an entry to its end unseen. */
@ApplicationScoped
public class Digests {

    private static final Logger LOG = Logger.getLogger(Digests.class);
    private static final int MOST_AT_ONCE = 200;
    private static final String ALONE = "select pg_try_advisory_xact_lock(hashtext('audit_digests'))";
    private static final String UNSIGNED = """
            select chain_id, tenant_id, sequence, hash from (%s) head
            where not exists (select from audit_digest signed
                              where signed.chain_id = head.chain_id and signed.sequence = head.sequence)
            limit""" + " " + MOST_AT_ONCE;
    private static final String KEEP_KEY =
            "insert into audit_key (key_id, public_key) values ($1, $2) on conflict do nothing";
    private static final String INSERT = """
            insert into audit_digest (id, chain_id, tenant_id, sequence, hash, signed_at, signature, key_id)
            select id, chain_id, tenant_id, sequence, hash, $7::timestamptz, signature, $8
            from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bigint[], $5::text[], $6::text[])
                as digest (id, chain_id, tenant_id, sequence, hash, signature)
            on conflict (chain_id, sequence) do nothing""";

    private final TenantTransaction transactions;
    private final SigningKey key;
    private final String unsigned;

    Digests(TenantTransaction transactions, AuditSettings settings, ChainHeads heads) {
        this.transactions = transactions;
        this.unsigned = UNSIGNED.formatted(heads.select());
        this.key = settings.signingKey().map(SigningKey::read).orElseGet(Digests::ownKey);
    }

    /** Signs every head that is not signed yet, a few at a time, unless another replica is at it. */
    public Uni<Void> signHeads() {
        return transactions
                .change(Cause.platform(), work -> work.value(Boolean.class, ALONE)
                        .chain(alone -> alone.orElse(false)
                                ? work.list(Head.class, unsigned).map(heads -> sign(work, heads))
                                : Uni.createFrom().item(List.of())))
                .chain(signed -> signed.size() < MOST_AT_ONCE ? Uni.createFrom().voidItem() : signHeads());
    }

    /** Signs places in chains; those that are signed already keep the digest that they have. */
    public List<Digest> sign(Work work, List<Head> heads) {
        Instant now = RealTime.now().truncatedTo(ChronoUnit.MICROS);
        List<Digest> signed = heads.stream().map(head -> key.sign(head, now)).toList();
        if (!signed.isEmpty()) {
            work.send(KEEP_KEY, key.verifying().id(), key.verifying().pem());
            work.send(
                    INSERT,
                    heads.stream().map(head -> Ids.next()).toArray(UUID[]::new),
                    heads.stream().map(Head::chainId).toArray(UUID[]::new),
                    heads.stream().map(Head::tenantId).toArray(UUID[]::new),
                    heads.stream().map(Head::sequence).toArray(Long[]::new),
                    texts(signed, Digest::hash),
                    texts(signed, Digest::signature),
                    OffsetDateTime.ofInstant(now, ZoneOffset.UTC),
                    key.verifying().id());
        }
        return signed;
    }

    private static String[] texts(List<Digest> digests, Function<Digest, String> text) {
        return digests.stream().map(text).toArray(String[]::new);
    }

    private static SigningKey ownKey() {
        LOG.warn("There is no SKYHOLM_AUDIT_SIGNING_KEY: digests are signed with a key that ends with this process");
        return SigningKey.random();
    }
}
