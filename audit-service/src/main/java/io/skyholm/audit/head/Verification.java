package io.skyholm.audit.head;

import io.skyholm.audit.chain.ChainBreak;
import io.skyholm.audit.chain.ChainWalk;
import io.skyholm.audit.chain.Digest;
import io.skyholm.audit.chain.Entry;
import io.skyholm.audit.chain.Head;
import io.skyholm.audit.chain.VerifyingKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One verification on its way along a portion of a chain, at most up to where the chain ended when it began. */
final class Verification {

    /** As many as are read at once. */
    static final int PAGE = 500;

    private final Head from;
    private final Head head;
    private final long last;
    private final Map<String, VerifyingKey> keys;
    private final ChainWalk walk;
    private long digestsChecked;
    private @Nullable ChainBreak fault;

    Verification(Head from, Head head, int limit, List<VerifyingKey> keys) {
        this.from = from;
        this.head = head;
        this.last = Math.min(head.sequence(), from.sequence() + limit);
        this.keys = keys.stream().collect(Collectors.toMap(VerifyingKey::id, Function.identity()));
        this.walk = new ChainWalk(from);
    }

    UUID chain() {
        return head.chainId();
    }

    /** The last entry that is known to be whole. */
    long reached() {
        return walk.reached().sequence();
    }

    boolean over() {
        return fault != null || reached() >= last;
    }

    /** How many entries to read next. */
    int wanted() {
        return (int) Math.min(PAGE, last - reached());
    }

    /** A digest of more entries than there are: the end of the chain was cut off. */
    Verification checkEnd(Optional<Digest> latest) {
        latest.filter(digest -> digest.sequence() > head.sequence())
                .ifPresent(digest -> fault = new ChainBreak(
                        head.sequence() + 1, null, "it is missing: a digest was signed of entry " + digest.sequence()));
        return this;
    }

    /** What was archived has to end where a digest was signed: the database alone could say anything of what is no longer in it. */
    Verification checkBeginning(Head beginning, Optional<Digest> signed) {
        if (beginning.sequence() > 0) {
            signed.ifPresentOrElse(
                    digest -> signature(digest, beginning.hash())
                            .ifPresent(reason -> fault = new ChainBreak(beginning.sequence(), null, reason)),
                    () -> fault = new ChainBreak(
                            beginning.sequence(), null, "the end of what was archived has no signed digest"));
        }
        return this;
    }

    /** Takes the next entries and the digests that were signed of them. */
    void take(List<Entry> entries, List<Digest> digests) {
        if (entries.isEmpty()) {
            fault = new ChainBreak(reached() + 1, null, "it is missing: the chain goes on to entry " + head.sequence());
            return;
        }
        Map<Long, Digest> signed = digests.stream().collect(Collectors.toMap(Digest::sequence, Function.identity()));
        for (Entry entry : entries) {
            if (over()) {
                return;
            }
            fault = walk.step(entry)
                    .or(() -> atTheEnd(entry))
                    .or(() -> Optional.ofNullable(signed.get(entry.sequence()))
                            .flatMap(digest -> disagreement(entry, digest)))
                    .orElse(null);
        }
    }

    VerificationView view() {
        return new VerificationView(
                head.chainId(),
                from.sequence() + 1,
                walk.entries(),
                digestsChecked,
                fault == null,
                fault,
                fault != null || reached() >= head.sequence() ? null : Long.valueOf(reached() + 1));
    }

    private Optional<ChainBreak> atTheEnd(Entry entry) {
        return entry.sequence() == head.sequence() && !entry.hash().equals(head.hash())
                ? Optional.of(fault(entry, "the head of the chain has another hash"))
                : Optional.empty();
    }

    private Optional<ChainBreak> disagreement(Entry entry, Digest digest) {
        return signature(digest, entry.hash()).map(reason -> fault(entry, reason));
    }

    /** What is wrong with what was signed of a place with that hash. */
    private Optional<String> signature(Digest digest, String hash) {
        VerifyingKey key = keys.get(digest.keyId());
        if (key == null || !key.signed(digest)) {
            return Optional.of("the signature of its digest is not valid");
        }
        if (!digest.hash().equals(hash)) {
            return Optional.of("its signed digest has another hash");
        }
        digestsChecked++;
        return Optional.empty();
    }

    private static ChainBreak fault(Entry entry, String reason) {
        return new ChainBreak(entry.sequence(), entry.what().id(), reason);
    }
}
