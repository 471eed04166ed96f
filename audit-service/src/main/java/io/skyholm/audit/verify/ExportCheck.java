package io.skyholm.audit.verify;

import io.skyholm.audit.chain.ChainBreak;
import io.skyholm.audit.chain.ChainWalk;
import io.skyholm.audit.chain.Digest;
import io.skyholm.audit.chain.Entry;
import io.skyholm.audit.chain.ExportedLine;
import io.skyholm.audit.chain.Head;
import io.skyholm.audit.chain.VerifyingKey;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Verifies the lines of an export: every hash, every link, every digest. */
final class ExportCheck {

    private final Map<String, VerifyingKey> keys;
    private final boolean partial;
    private final Map<Place, Digest> digests = new HashMap<>();
    private final Map<UUID, ChainWalk> walks = new HashMap<>();
    private final List<String> findings = new ArrayList<>();
    private long entries;
    private long agreeing;
    private boolean whole = true;

    ExportCheck(List<VerifyingKey> keys, boolean partial) {
        this.keys = keys.stream().collect(Collectors.toMap(VerifyingKey::id, Function.identity()));
        this.partial = partial;
    }

    boolean isWhole() {
        return whole;
    }

    List<String> findings() {
        return findings;
    }

    /** Takes the line if it is a digest; what is unreadable is told when entries are read. */
    boolean takeDigest(long number, String line) {
        return !line.startsWith("{\"digest\"")
                || read(number, line).map(this::keep).orElse(false);
    }

    /** Takes the line if it is an entry. */
    boolean takeEntry(long number, String line) {
        Optional<Object> read = whole ? read(number, line) : Optional.empty();
        if (read.isPresent() && read.get() instanceof Entry entry) {
            step(entry)
                    .ifPresent(fault -> bad("Line %d: entry %d (%s) of chain %s: %s."
                            .formatted(
                                    number,
                                    entry.sequence(),
                                    entry.what().id(),
                                    entry.what().chainId(),
                                    fault.reason())));
        }
        return whole;
    }

    /** Says what was verified, if nothing was bad. */
    void end() {
        if (whole && !partial) {
            digests.values().stream()
                    .filter(digest ->
                            reached(digest.chainId()).sequence() < digest.sequence() && knows(digest.chainId()))
                    .findFirst()
                    .ifPresent(digest -> bad("Chain %s ends at entry %d here, but a digest was signed of entry %d."
                            .formatted(
                                    digest.chainId(), reached(digest.chainId()).sequence(), digest.sequence())));
        }
        if (whole) {
            findings.add("Verified %d entries of %d chains; %d signed digests agree."
                    .formatted(entries, walks.size(), agreeing));
            if (keys.isEmpty() && !digests.isEmpty()) {
                findings.add(
                        "The signatures were not checked: give the public key (GET /v1/audit-digests/keys) with --key.");
            }
        }
    }

    private Optional<Object> read(long number, String line) {
        try {
            return Optional.of(ExportedLine.read(line));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            bad("Line %d is no line of an export: %s.".formatted(number, unreadable.getMessage()));
            return Optional.empty();
        }
    }

    private boolean keep(Object read) {
        if (read instanceof Digest digest) {
            digests.put(new Place(digest.chainId(), digest.sequence()), digest);
            VerifyingKey key = keys.get(digest.keyId());
            if (!keys.isEmpty() && (key == null || !key.signed(digest))) {
                bad("The digest of entry %d of chain %s is not signed with the key %s."
                        .formatted(digest.sequence(), digest.chainId(), String.join(", ", keys.keySet())));
            }
        }
        return whole;
    }

    private Optional<ChainBreak> step(Entry entry) {
        ChainWalk walk = walks.get(entry.what().chainId());
        if (walk == null || (partial && entry.sequence() > walk.reached().sequence() + 1)) {
            walk = new ChainWalk(before(entry));
            walks.put(entry.what().chainId(), walk);
        }
        Optional<ChainBreak> fault = walk.step(entry);
        if (fault.isEmpty()) {
            entries++;
        }
        return fault.or(() -> compare(entry));
    }

    /** The first entry of a chain hangs on nothing; what comes before any other is taken as it says. */
    private static Head before(Entry entry) {
        UUID chain = entry.what().chainId();
        return entry.sequence() == 1
                ? Head.beginning(chain)
                : new Head(chain, entry.what().tenantId(), entry.sequence() - 1, entry.previousHash());
    }

    private Optional<ChainBreak> compare(Entry entry) {
        Digest digest = digests.get(new Place(entry.what().chainId(), entry.sequence()));
        if (digest == null) {
            return Optional.empty();
        }
        agreeing++;
        return digest.hash().equals(entry.hash())
                ? Optional.empty()
                : Optional.of(
                        new ChainBreak(entry.sequence(), entry.what().id(), "its signed digest has another hash"));
    }

    private boolean knows(UUID chain) {
        return walks.containsKey(chain);
    }

    private Head reached(UUID chain) {
        ChainWalk walk = walks.get(chain);
        return walk == null ? Head.beginning(chain) : walk.reached();
    }

    private void bad(String finding) {
        whole = false;
        findings.add(finding);
    }

    private record Place(UUID chain, long sequence) {}
}
