package io.skyholm.audit.chain;

import java.util.Optional;

/** Walks a chain entry by entry and says where it is not whole. */
public final class ChainWalk {

    private Head reached;
    private long entries;

    /** From behind a place that is trusted. */
    public ChainWalk(Head from) {
        this.reached = from;
    }

    /** Takes the next entry, unless something is wrong with it or is missing before it. */
    public Optional<ChainBreak> step(Entry entry) {
        Optional<String> reason = complaint(entry);
        if (reason.isEmpty()) {
            reached = Head.behind(entry);
            entries++;
        }
        return reason.map(text -> new ChainBreak(entry.sequence(), entry.what().id(), text));
    }

    /** How far the chain is whole. */
    public Head reached() {
        return reached;
    }

    /** How many entries were taken. */
    public long entries() {
        return entries;
    }

    private Optional<String> complaint(Entry entry) {
        long expected = reached.sequence() + 1;
        if (!Chain.hashOf(entry).equals(entry.hash())) {
            return Optional.of("its content is not what was hashed");
        }
        if (entry.sequence() != expected) {
            return Optional.of("entry %d should be here".formatted(expected));
        }
        if (!entry.previousHash().equals(reached.hash())) {
            return Optional.of("it does not hang on the entry before it");
        }
        return entry.what().chainId().equals(reached.chainId())
                ? Optional.empty()
                : Optional.of("it belongs to another chain");
    }
}
