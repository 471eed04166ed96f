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

/** Verifies portions of chains page by page: no answer looks at more than its limit, or for longer than it may take. */
@ApplicationScoped
class Verifications {

    /** Well within what the gateway waits, also when the last page is a slow one. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final ChainStore chains;
    private final AuditStore entries;
    private final DigestStore digests;

    Verifications(ChainStore chains, AuditStore entries, DigestStore digests) {
        this.chains = chains;
        this.entries = entries;
        this.digests = digests;
    }

    Uni<VerificationView> verify(TenantScope scope, UUID chain, Portion portion) {
        // The digest is read before the head: one that is signed meanwhile is not of more than there is.
        return digests.latest(scope, chain)
                .chain(latest -> chains.head(scope, chain)
                        .map(head -> head.orElseThrow(() -> Problem.notFound("audit chain")))
                        .chain(head -> begin(scope, head, latest, portion)))
                .chain(verification -> walk(scope, verification))
                .chain(found ->
                        found.verified() ? Uni.createFrom().item(found) : unlessArchived(scope, found, portion));
    }

    /** Entries that were archived meanwhile are not missing: the chain is then looked at from behind them. */
    private Uni<VerificationView> unlessArchived(TenantScope scope, VerificationView found, Portion portion) {
        long missed = found.fromSequence() + found.entries();
        return chains.beginning(scope, found.chainId())
                .chain(beginning -> beginning.sequence() >= missed
                        ? verify(scope, found.chainId(), portion.fromTheBeginning())
                        : Uni.createFrom().item(found));
    }

    private Uni<Verification> begin(TenantScope scope, Head head, Optional<Digest> latest, Portion portion) {
        return chains.beginning(scope, head.chainId())
                .chain(beginning -> place(scope, beginning, head, portion)
                        .chain(from -> digests.verifyingKeys()
                                .map(keys -> new Verification(from, head, portion.limit(), keys)))
                        .chain(verification -> digests.of(scope, beginning)
                                .map(signed -> verification.checkBeginning(beginning, signed))))
                .map(verification -> verification.checkEnd(latest));
    }

    /** The hash of the entry before the first is taken as it stands. */
    private Uni<Head> place(TenantScope scope, Head beginning, Head head, Portion portion) {
        long first = portion.first(beginning, head);
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
        int wanted = verification.wanted();
        return entries.chain(scope, chain, reached, wanted)
                .chain(page -> digests.between(scope, chain, reached, reached + wanted)
                        .invoke(signed -> verification.take(page, signed)))
                .replaceWith(verification);
    }
}
