package io.skyholm.billing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.Actor;
import io.skyholm.events.billing.TransactionType;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantScope;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What comes of commands that are decided together. */
class LedgerRoundTest {

    private static final UUID TENANT = UUID.randomUUID();
    private static final UUID WALLET = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final KnownLedger known = new KnownLedger(List.of(row("10", "0")));
    private LedgerRound round = new LedgerRound(known, NOW);

    @Test
    void eachCommandIsDecidedOnWhatThoseBeforeItHaveLeft() {
        assertThat(after(charge("4", "a"))).isEqualByComparingTo("6");
        assertThat(code(charge("7", "b"))).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(after(deposit("1", "c"))).isEqualByComparingTo("7");
        assertThat(after(charge("7", "d"))).isEqualByComparingTo("0");
        assertThat(round.posted()).extracting(Transaction::idempotencyKey).containsExactly("a", "c", "d");
        assertThat(round.changed()).containsOnlyKeys(WALLET);
    }

    @Test
    void refusalSaysWhatIsMissing() {
        assertThat(round.decide(charge("12.5", "a")).failure())
                .hasMessage("The wallet has 10.00 EUR to spend, and 2.50 EUR are missing: pay in at least as much");
        assertThat(round.changed()).isEmpty();
    }

    @Test
    void sameKeyIsPostedOnceAndAnotherRequestUnderItRefused() {
        Outcome first = round.decide(deposit("5", "a"));
        assertThat(round.decide(deposit("5.00", "a"))).isEqualTo(first);
        assertThat(code(deposit("6", "a"))).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(round.posted()).hasSize(1);
    }

    @Test
    void whatWasPostedEarlierIsAnsweredAndNotWrittenAgain() {
        Transaction earlier =
                Objects.requireNonNull(round.decide(deposit("5", "a")).transaction());
        LedgerRound next = new LedgerRound(
                new KnownLedger(List.of(row("15", "0"))).with(List.of(earlier), List.of(), List.of()), NOW);
        assertThat(next.decide(deposit("5", "a")).transaction()).isEqualTo(earlier);
        assertThat(next.posted()).isEmpty();
        assertThat(next.changed()).isEmpty();
    }

    @Test
    void depositIsPayableInTheCurrencyOfTheWallet() {
        assertThat(code(deposit("0.001", "a"))).isEqualTo("INVALID");
        assertThat(after(charge("0.001", "b"))).isEqualByComparingTo("9.999");
    }

    @Test
    void balanceHasALimit() {
        assertThat(code(deposit("999999999999.99", "a"))).isEqualTo("INVALID");
    }

    @Test
    void refundsOfAChargeTogetherAreAtMostTheCharge() {
        UUID charge = Objects.requireNonNull(round.decide(charge("8", "a")).transaction())
                .id();
        assertThat(after(refund("5", charge, "b"))).isEqualByComparingTo("7");
        assertThat(code(refund("4", charge, "c"))).isEqualTo("REFUND_TOO_LARGE");
        assertThat(after(refund("3", charge, "d"))).isEqualByComparingTo("10");
        assertThat(code(refund("0.01", charge, "e"))).isEqualTo("REFUND_TOO_LARGE");
        assertThat(code(refund("1", UUID.randomUUID(), "f"))).isEqualTo("INVALID");
    }

    @Test
    void whatIsHeldCannotBeSpentAndWhatIsCapturedIsCharged() {
        Hold hold = hold(authorize("6", "h"));
        assertThat(code(charge("5", "a"))).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(code(authorize("4.01", "i"))).isEqualTo("INSUFFICIENT_FUNDS");
        Transaction captured =
                Objects.requireNonNull(round.decide(capture(hold, "2.5", "j")).transaction());
        assertThat(captured.amount()).isEqualByComparingTo("-2.5");
        assertThat(captured.holdId()).isEqualTo(hold.id());
        assertThat(captured.type()).isEqualTo(TransactionType.CHARGE);
        assertThat(after(charge("7.5", "k"))).as("the rest can be spent again").isEqualByComparingTo("0");
        assertThat(round.opened()).extracting(Hold::status).containsExactly(HoldStatus.CAPTURED);
        assertThat(round.ended()).as("it was never written as open").isEmpty();
    }

    @Test
    void holdEndsOnce() {
        Hold hold = hold(authorize("6", "h"));
        Outcome captured = round.decide(capture(hold, "6", "a"));
        assertThat(round.decide(capture(hold, "6", "a")))
                .as("under the same key")
                .isEqualTo(captured);
        assertThat(code(capture(hold, "6", "b"))).isEqualTo("HOLD_ENDED");
        assertThat(code(new LedgerCommand.Release(WALLET, hold.id(), Cause.platform())))
                .isEqualTo("HOLD_ENDED");
        assertThat(code(authorize("6", "h"))).as("the key of the hold").isEqualTo("");
    }

    @Test
    void releasedTwiceIsReleasedOnce() {
        Hold old = new Hold(
                UUID.randomUUID(), TENANT, WALLET, new BigDecimal("6"), HoldStatus.OPEN, "instance/1", "h", NOW, null);
        round = new LedgerRound(new KnownLedger(List.of(row("10", "6"))).with(List.of(), List.of(old), List.of()), NOW);
        LedgerCommand release = new LedgerCommand.Release(WALLET, old.id(), Cause.platform());
        assertThat(hold(release).status()).isEqualTo(HoldStatus.VOIDED);
        assertThat(hold(release).status()).isEqualTo(HoldStatus.VOIDED);
        assertThat(round.ended()).hasSize(1);
        assertThat(after(charge("10", "a"))).isEqualByComparingTo("0");
    }

    @Test
    void moreThanWasHeldIsNotCaptured() {
        Hold hold = hold(authorize("6", "h"));
        assertThat(code(capture(hold, "6.01", "a"))).isEqualTo("INVALID");
        assertThat(code(capture(hold, "0", "b"))).isEqualTo("INVALID");
        assertThat(round.opened()).extracting(Hold::status).containsExactly(HoldStatus.OPEN);
    }

    @Test
    void walletOfAnotherTenantIsNotThere() {
        Cause other = new Cause(TenantScope.of(UUID.randomUUID()), Actor.PLATFORM, "c");
        assertThat(code(new LedgerCommand.Authorize(WALLET, BigDecimal.ONE, "instance/1", "a", other)))
                .isEqualTo("NOT_FOUND");
        assertThat(code(deposit(UUID.randomUUID(), "1", "a"))).isEqualTo("NOT_FOUND");
    }

    private static LockedWallet.Row row(String balance, String held) {
        return new LockedWallet.Row(WALLET, TENANT, "EUR", new BigDecimal(balance), new BigDecimal(held));
    }

    private static LedgerCommand deposit(String amount, String key) {
        return deposit(WALLET, amount, key);
    }

    private static LedgerCommand deposit(UUID wallet, String amount, String key) {
        return post(wallet, TransactionType.DEPOSIT, amount, null, key);
    }

    private static LedgerCommand charge(String amount, String key) {
        return post(WALLET, TransactionType.CHARGE, "-" + amount, null, key);
    }

    private static LedgerCommand refund(String amount, UUID charge, String key) {
        return post(WALLET, TransactionType.REFUND, amount, charge, key);
    }

    private static LedgerCommand post(
            UUID wallet, TransactionType type, String amount, @Nullable UUID refunded, String key) {
        return new LedgerCommand.Post(
                wallet, type, new BigDecimal(amount), null, null, refunded, key, Cause.platform());
    }

    private static LedgerCommand authorize(String amount, String key) {
        return new LedgerCommand.Authorize(WALLET, new BigDecimal(amount), "instance/1", key, Cause.platform());
    }

    private static LedgerCommand capture(Hold hold, String amount, String key) {
        return new LedgerCommand.Capture(WALLET, hold.id(), new BigDecimal(amount), null, key, Cause.platform());
    }

    private Hold hold(LedgerCommand command) {
        return Objects.requireNonNull(round.decide(command).hold());
    }

    private BigDecimal after(LedgerCommand command) {
        return Objects.requireNonNull(round.decide(command).transaction()).balanceAfter();
    }

    /** With which code it is refused; empty if it is not. */
    private String code(LedgerCommand command) {
        return round.decide(command).failure() instanceof Problem refusal ? refusal.code() : "";
    }
}
