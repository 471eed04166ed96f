package io.skyholm.audit.head;

import io.skyholm.audit.chain.Digest;
import io.skyholm.audit.chain.Head;
import io.skyholm.audit.digest.DigestStore;
import io.skyholm.audit.entry.AuditStore;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Verifies chains page by page, for as long as one answer may take. */
@ApplicationScoped
class Verifications {

    private static final int PAGE = 1_000;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final ChainStore chains;
    private final AuditStore entries;
    private final DigestStore digests;

    Verifications(ChainStore chains, AuditStore entries, DigestStore digests) {
        this.chains = chains;
        this.entries = entries;
        this.digests = digests;
    }

    /** Looks at everything from that entry on, or from the first that is not archived. */
    Uni<VerificationView> verify(TenantScope scope, UUID chain, @Nullable Integer fromSequence) {
        // The digest is read before the head: one that is signed meanwhile is not of more than there is.
        return digests.latest(scope, chain)
                .chain(latest -> chains.head(scope, chain)
                        .map(head -> head.orElseThrow(() -> Problem.notFound("audit chain")))
                        .chain(head -> begin(scope, head, latest, fromSequence)))
                .chain(verification -> walk(scope, verification))
                .chain(found -> found.verified() ? Uni.createFrom().item(found) : unlessArchived(scope, found));
    }

    /** Entries that were archived meanwhile are not missing: the chain is then looked at from behind them. */
    private Uni<VerificationView> unlessArchived(TenantScope scope, VerificationView found) {
        long missed = found.fromSequence() + found.entries();
        return chains.beginning(scope, found.chainId())
                .chain(beginning -> beginning.sequence() >= missed
                        ? verify(scope, found.chainId(), null)
                        : Uni.createFrom().item(found));
    }

    private Uni<Verification> begin(
            TenantScope scope, Head head, Optional<Digest> latest, @Nullable Integer fromSequence) {
        return chains.beginning(scope, head.chainId())
                .chain(beginning -> place(scope, beginning, head, fromSequence)
                        .chain(from -> digests.verifyingKeys().map(keys -> new Verification(from, head, keys)))
                        .chain(verification -> digests.of(scope, beginning)
                                .map(signed -> verification.checkBeginning(beginning, signed))))
                .map(verification -> verification.checkEnd(latest));
    }

    /** The hash of the entry before the first is taken as it stands. */
    private Uni<Head> place(TenantScope scope, Head beginning, Head head, @Nullable Integer fromSequence) {
        long first = Verification.first(beginning, head, fromSequence);
        if (first == beginning.sequence() + 1) {
            return Uni.createFrom().item(beginning);
        }
        return entries.chain(scope, head.chainId(), first - 2, 1)
                .map(before -> before.isEmpty() ? beginning : Head.behind(before.getFirst()));
    }

    private Uni<VerificationView> walk(TenantScope scope, Verification verification) {
        long end = System.nanoTime() + LONGEST.toNanos();
        return Multi.createBy()
                .repeating()
                .uni(() -> verification, each -> step(scope, each))
                .whilst(each -> !each.over() && System.nanoTime() < end)
                .collect()
                .last()
                .map(Verification::view);
    }

    private Uni<Verification> step(TenantScope scope, Verification verification) {
        if (verification.over()) {
            return Uni.createFrom().item(verification);
        }
        UUID chain = verification.chain();
        long reached = verification.reached();
        return entries.chain(scope, chain, reached, PAGE)
                .chain(page -> digests.between(scope, chain, reached, reached + PAGE)
                        .invoke(signed -> verification.take(page, signed)))
                .replaceWith(verification);
    }
}
