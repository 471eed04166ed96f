package io.skyholm.audit.digest;

import io.skyholm.audit.AuditSettings;
import io.skyholm.audit.chain.Chain;
import io.skyholm.audit.chain.Digest;
import io.skyholm.audit.chain.Head;
import io.skyholm.audit.signer.EphemeralSigner;
import io.skyholm.audit.signer.Signer;
import io.skyholm.audit.signer.Signer.Signed;
import io.skyholm.audit.signer.SignerClient;
import io.skyholm.runtime.blocking.BlockingWork;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.runtime.time.RealTime;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Signs where chains end, so that nobody can rewrite a chain from an entry to its end unseen. */
@ApplicationScoped
public class Digests {

    private static final Logger LOG = Logger.getLogger(Digests.class);
    private static final int MOST_AT_ONCE = 200;

    /** Of a batch: when the signer's disk is full it refuses all. */
    private static final int MOST_TOLD = 10;

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final String UNSIGNED = """
            select chain_id, tenant_id, sequence, hash from (%s) head
            where ($1::uuid is null or chain_id > $1)
                and not exists (select from audit_digest signed
                                where signed.chain_id = head.chain_id and signed.sequence = head.sequence)
            order by chain_id limit""" + " " + MOST_AT_ONCE;
    private static final String KEEP_KEY =
            "insert into audit_key (key_id, public_key) values ($1, $2) on conflict do nothing";
    private static final String INSERT = """
            insert into audit_digest (id, chain_id, tenant_id, sequence, hash, signed_at, signature, key_id)
            select id, chain_id, tenant_id, sequence, hash, $7::timestamptz, signature, $8
            from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bigint[], $5::text[], $6::text[])
                as digest (id, chain_id, tenant_id, sequence, hash, signature)
            on conflict (chain_id, sequence) do nothing""";

    private final TenantTransaction transactions;
    private final BlockingWork blocking;
    private final Signer signer;
    private final String unsigned;

    Digests(TenantTransaction transactions, BlockingWork blocking, AuditSettings settings, ChainHeads heads) {
        this.transactions = transactions;
        this.blocking = blocking;
        this.unsigned = UNSIGNED.formatted(heads.select());
        this.signer = settings.signer().<Signer>map(SignerClient::new).orElseGet(Digests::ownSigner);
    }

    /**
     * Signs every head that is not signed yet, a few at a time, and tells how many the signer refused: a bad chain leaves no other
     * unsigned. Where two replicas sign the same, the first one's digest stays.
     */
    public Uni<Integer> signHeads() {
        return signBehind(null, 0);
    }

    private Uni<Integer> signBehind(@Nullable UUID last, int refused) {
        return transactions
                .change(Cause.platform(), work -> work.list(Head.class, unsigned, last))
                .chain(heads -> heads.isEmpty()
                        ? Uni.createFrom().item(refused)
                        : signed(heads)
                                .chain(signed -> signBehind(
                                        heads.getLast().chainId(),
                                        refused + signed.refused().size())));
    }

    /** Signs places in chains, all or it fails; those that are signed already keep the digest that they have. */
    public Uni<List<Digest>> sign(List<Head> heads) {
        return Sequentially.of(batches(heads), batch -> signed(batch).map(Digests::whole))
                .map(signed -> signed.stream().flatMap(List::stream).toList());
    }

    /** The signer takes so many at a time, and a month ends more chains than that. */
    private static List<List<Head>> batches(List<Head> heads) {
        return IntStream.iterate(0, from -> from < heads.size(), from -> from + MOST_AT_ONCE)
                .mapToObj(from -> heads.subList(from, Math.min(heads.size(), from + MOST_AT_ONCE)))
                .toList();
    }

    /** No transaction waits for the signer. */
    private Uni<Signed> signed(List<Head> heads) {
        Instant now = RealTime.now().truncatedTo(ChronoUnit.MICROS);
        return blocking.work(() -> signer.sign(heads, now))
                .ifNoItem()
                .after(LONGEST)
                .failWith(() -> new IllegalStateException("the signer has not answered"))
                .invoke(Digests::tellRefused)
                .call(signed -> transactions.change(Cause.platform(), work -> keep(work, now, signed)));
    }

    private static void tellRefused(Signed signed) {
        signed.refused().stream()
                .limit(MOST_TOLD)
                .forEach(refused -> LOG.errorf(
                        "The signer refused entry %d of chain %s: %s",
                        refused.head().sequence(), refused.head().chainId(), refused.reason()));
    }

    private static List<Digest> whole(Signed signed) {
        if (!signed.refused().isEmpty()) {
            throw new IllegalStateException(
                    "the signer refused: " + signed.refused().getFirst().reason());
        }
        return signed.digests();
    }

    private static Uni<Void> keep(Work work, Instant now, Signed signed) {
        List<Digest> digests = signed.digests();
        work.send(KEEP_KEY, signed.key().id(), signed.key().pem());
        work.send(
                INSERT,
                digests.stream().map(digest -> Ids.next()).toArray(UUID[]::new),
                digests.stream().map(Digest::chainId).toArray(UUID[]::new),
                digests.stream().map(digest -> Chain.tenantOf(digest.chainId())).toArray(UUID[]::new),
                digests.stream().map(Digest::sequence).toArray(Long[]::new),
                texts(digests, Digest::hash),
                texts(digests, Digest::signature),
                OffsetDateTime.ofInstant(now, ZoneOffset.UTC),
                signed.key().id());
        return Uni.createFrom().voidItem();
    }

    private static String[] texts(List<Digest> digests, Function<Digest, String> text) {
        return digests.stream().map(text).toArray(String[]::new);
    }

    private static Signer ownSigner() {
        LOG.warn("There is no SKYHOLM_AUDIT_SIGNER: digests are signed with a key that ends with this process");
        return new EphemeralSigner();
    }
}
