package io.skyholm.audit.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.audit.chain.Chain;
import io.skyholm.audit.chain.ChainBreak;
import io.skyholm.audit.chain.Digest;
import io.skyholm.audit.chain.Entry;
import io.skyholm.audit.chain.Happened;
import io.skyholm.audit.chain.Head;
import io.skyholm.audit.chain.SigningKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a verification says of a chain that is not as it was recorded. */
class VerificationTest {

    private static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");

    private final SigningKey key = SigningKey.random();
    private final List<Entry> entries = new ArrayList<>(Happened.chain(UUID.randomUUID(), 5));
    private final Head head = Head.behind(entries.getLast());

    @Test
    void wholeChainIsWalkedToItsHeadAndItsDigestChecked() {
        VerificationView seen = verified(head, List.of(key.sign(head, NOW)));
        assertThat(seen.verified()).isTrue();
        assertThat(seen.entries()).isEqualTo(5);
        assertThat(seen.digestsChecked()).isOne();
        assertThat(seen.nextSequence()).isNull();
    }

    @Test
    void chainThatIsReadInPiecesIsAsWhole() {
        Verification verification = new Verification(Head.beginning(head.chainId()), head, 5, List.of());
        verification.take(entries.subList(0, 2), List.of());
        assertThat(verification.over()).isFalse();
        assertThat(verification.view().nextSequence()).isEqualTo(3);
        verification.take(entries.subList(2, 5), List.of());
        assertThat(verification.over()).isTrue();
        assertThat(verification.view().verified()).isTrue();
    }

    @Test
    void removedEntryIsNamed() {
        entries.remove(1);
        bad(verified(head, List.of()), 3, "entry 2 should be here");
    }

    @Test
    void chainThatWasCutOffIsNamed() {
        Verification verification = new Verification(Head.beginning(head.chainId()), head, 5, List.of());
        verification.take(entries.subList(0, 3), List.of());
        verification.take(List.of(), List.of());
        bad(verification.view(), 4, "it is missing: the chain goes on to entry 5");
    }

    @Test
    void chainThatWasCutOffWithItsHeadDisagreesWithItsDigest() {
        Head cut = Head.behind(entries.get(2));
        Verification verification = new Verification(Head.beginning(cut.chainId()), cut, 5, List.of());
        bad(verification.checkEnd(Optional.of(key.sign(head, NOW))).view(), 4, "a digest was signed of entry 5");
    }

    @Test
    void headThatSaysOtherwiseIsNamed() {
        Head other = new Head(head.chainId(), head.tenantId(), 5, Chain.BEGINNING);
        bad(verified(other, List.of()), 5, "the head of the chain has another hash");
    }

    @Test
    void forgedDigestIsNamed() {
        Digest digest = key.sign(head, NOW);
        Digest forged =
                new Digest(digest.chainId(), 5, Chain.BEGINNING, digest.signedAt(), digest.signature(), digest.keyId());
        bad(verified(head, List.of(forged)), 5, "the signature of its digest is not valid");
    }

    @Test
    void digestOfAnUnknownKeyIsNamed() {
        bad(
                verified(head, List.of(SigningKey.random().sign(head, NOW))),
                5,
                "the signature of its digest is not valid");
    }

    @Test
    void signedDigestOfAnotherHashIsNamed() {
        Head other = new Head(head.chainId(), head.tenantId(), 3, Chain.BEGINNING);
        bad(verified(head, List.of(key.sign(other, NOW))), 3, "its signed digest has another hash");
    }

    @Test
    void endOfWhatWasArchivedHasToBeSigned() {
        Head archived = Head.behind(entries.get(2));
        Head forged = new Head(head.chainId(), head.tenantId(), 3, Chain.BEGINNING);
        assertThat(behind(archived, Optional.of(key.sign(archived, NOW))).verified())
                .isTrue();
        bad(behind(archived, Optional.empty()), 3, "has no signed digest");
        bad(behind(forged, Optional.of(key.sign(archived, NOW))), 3, "its signed digest has another hash");
        bad(
                behind(archived, Optional.of(SigningKey.random().sign(archived, NOW))),
                3,
                "the signature of its digest is not valid");
    }

    private VerificationView behind(Head archived, Optional<Digest> signed) {
        Verification verification =
                new Verification(archived, head, 5, List.of(key.verifying())).checkBeginning(archived, signed);
        verification.take(entries.subList(3, 5), List.of());
        return verification.view();
    }

    @Test
    void verificationBeginsBehindWhatIsArchived() {
        assertThat(first(Head.beginning(head.chainId()), null)).isEqualTo(1);
        assertThat(first(Head.behind(entries.get(1)), null)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5})
    void verificationBeginsWhereItIsAskedTo(int asked) {
        assertThat(first(Head.behind(entries.get(1)), asked)).isEqualTo(asked);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 2, 6})
    void verificationBeginsAtNoEntryThatIsNotThere(int asked) {
        assertThatThrownBy(() -> first(Head.behind(entries.get(1)), asked))
                .hasMessage("fromSequence must be from 3 to 5");
    }

    @Test
    void verificationThatBeginsLaterSaysSo() {
        Verification verification = new Verification(Head.behind(entries.get(2)), head, 5, List.of());
        verification.take(entries.subList(3, 5), List.of());
        assertThat(verification.view().fromSequence()).isEqualTo(4);
        assertThat(verification.view().entries()).isEqualTo(2);
        assertThat(verification.view().verified()).isTrue();
    }

    @Test
    void noMoreIsReadThanTheLimitAllowsAndTheRestIsForTheNext() {
        Verification first = new Verification(Head.beginning(head.chainId()), head, 2, List.of());
        assertThat(first.wanted()).isEqualTo(2);
        first.take(entries.subList(0, 2), List.of());
        assertThat(first.over()).isTrue();
        assertThat(first.view().verified()).isTrue();
        assertThat(first.view().entries()).isEqualTo(2);
        assertThat(first.view().nextSequence()).isEqualTo(3);
        Verification last = new Verification(Head.behind(entries.get(1)), head, 4, List.of());
        assertThat(last.wanted()).isEqualTo(3);
        last.take(entries.subList(2, 5), List.of());
        assertThat(last.view().nextSequence()).isNull();
    }

    @Test
    void longChainIsReadInPagesUpToTheLimit() {
        Head far = new Head(head.chainId(), head.tenantId(), 1_000_000, Chain.BEGINNING);
        Verification verification = new Verification(Head.beginning(far.chainId()), far, 503, List.of());
        assertThat(verification.wanted()).isEqualTo(Verification.PAGE);
        verification.take(entries, List.of());
        assertThat(verification.wanted()).isEqualTo(498);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, Portion.MOST + 1})
    void limitThatNoAnswerCanKeepIsRefused(int limit) {
        assertThatThrownBy(() -> new Portion(null, limit)).hasMessage("limit must be from 1 to 10000");
    }

    private long first(Head beginning, @Nullable Integer asked) {
        return new Portion(asked, 5).first(beginning, head);
    }

    private VerificationView verified(Head until, List<Digest> digests) {
        Verification verification =
                new Verification(Head.beginning(head.chainId()), until, 5, List.of(key.verifying()));
        verification.take(entries, digests);
        return verification.view();
    }

    private static void bad(VerificationView seen, long sequence, String reason) {
        assertThat(seen.verified()).isFalse();
        ChainBreak fault = Objects.requireNonNull(seen.firstBad());
        assertThat(fault.sequence()).isEqualTo(sequence);
        assertThat(fault.reason()).contains(reason);
    }
}
