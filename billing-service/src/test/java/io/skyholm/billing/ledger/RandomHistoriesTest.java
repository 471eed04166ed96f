package io.skyholm.billing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.billing.TransactionType;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.Cause;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories on several wallets, with commands told twice and in rounds of any size: whatever they are, no balance is below
 * zero or below what is held, and what was posted adds up.
 */
class RandomHistoriesTest {

    private static final int WALLETS = 3;
    private static final int COMMANDS = 400;
    private static final int LARGEST_ROUND = 20;

    private final List<UUID> wallets = new ArrayList<>();
    private final Map<UUID, LockedWallet.Row> rows = new HashMap<>();
    private final List<Transaction> posted = new ArrayList<>();
    private final Map<UUID, Hold> holds = new HashMap<>();

    @BeforeEach
    void wallets() {
        for (int number = 0; number < WALLETS; number++) {
            UUID id = UUID.randomUUID();
            wallets.add(id);
            rows.put(id, new LockedWallet.Row(id, UUID.randomUUID(), "EUR", BigDecimal.ZERO, BigDecimal.ZERO));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void addUp(long seed) {
        Random random = new Random(seed);
        List<LedgerCommand> told = new ArrayList<>();
        while (told.size() < COMMANDS) {
            List<LedgerCommand> round = new ArrayList<>();
            for (int left = 1 + random.nextInt(LARGEST_ROUND); left > 0; left--) {
                boolean again = !told.isEmpty() && random.nextInt(4) == 0;
                round.add(again ? told.get(random.nextInt(told.size())) : command(random, told.size() + round.size()));
            }
            carryOut(round);
            told.addAll(round);
            wallets.forEach(this::addsUp);
        }
        int before = posted.size();
        carryOut(told.stream().filter(this::wasDone).toList());
        assertThat(posted).as("told once more from the beginning").hasSize(before);
    }

    private boolean wasDone(LedgerCommand command) {
        return posted.stream().anyMatch(one -> one.idempotencyKey().equals(command.key()));
    }

    private void addsUp(UUID wallet) {
        LockedWallet.Row row = Objects.requireNonNull(rows.get(wallet));
        List<Transaction> own =
                posted.stream().filter(one -> one.walletId().equals(wallet)).toList();
        BigDecimal sum = own.stream().map(Transaction::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal open = holds.values().stream()
                .filter(hold -> hold.walletId().equals(wallet) && hold.status() == HoldStatus.OPEN)
                .map(Hold::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(row.balance()).isEqualByComparingTo(sum).isNotNegative();
        assertThat(row.held()).isEqualByComparingTo(open).isNotNegative().isLessThanOrEqualTo(row.balance());
        BigDecimal walked = BigDecimal.ZERO;
        for (Transaction one : own) {
            walked = walked.add(one.amount());
            assertThat(one.balanceAfter()).isEqualByComparingTo(walked).isNotNegative();
        }
        assertThat(own).extracting(Transaction::idempotencyKey).doesNotHaveDuplicates();
        assertThat(own)
                .extracting(Transaction::holdId)
                .filteredOn(id -> id != null)
                .doesNotHaveDuplicates();
    }

    /** As the database would, from what a round says. */
    private void carryOut(List<LedgerCommand> commands) {
        LedgerRound round = new LedgerRound(
                new KnownLedger(List.copyOf(rows.values())).with(posted, List.copyOf(holds.values()), List.of()),
                Instant.EPOCH);
        commands.forEach(command -> {
            Throwable failure = round.decide(command).failure();
            assertThat(failure == null || failure instanceof Problem)
                    .as("%s", failure)
                    .isTrue();
        });
        round.ended().forEach(hold -> {
            change(hold.walletId(), BigDecimal.ZERO, hold.amount().negate());
            holds.put(hold.id(), hold);
        });
        round.posted().forEach(one -> {
            change(one.walletId(), one.amount(), BigDecimal.ZERO);
            posted.add(one);
        });
        round.opened().forEach(hold -> {
            change(
                    hold.walletId(),
                    BigDecimal.ZERO,
                    hold.status() == HoldStatus.OPEN ? hold.amount() : BigDecimal.ZERO);
            holds.put(hold.id(), hold);
        });
    }

    private void change(UUID wallet, BigDecimal amount, BigDecimal held) {
        rows.computeIfPresent(
                wallet,
                (id, row) -> new LockedWallet.Row(
                        id,
                        row.tenantId(),
                        row.currency(),
                        row.balance().add(amount),
                        row.held().add(held)));
    }

    private LedgerCommand command(Random random, int number) {
        UUID wallet = wallets.get(random.nextInt(WALLETS));
        BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(1_000), 2);
        String key = "k" + number;
        List<Hold> known = List.copyOf(holds.values());
        return switch (random.nextInt(known.isEmpty() ? 3 : 5)) {
            case 0 -> post(wallet, TransactionType.DEPOSIT, amount, key);
            case 1 -> post(wallet, TransactionType.CHARGE, amount.negate(), key);
            case 2 -> new LedgerCommand.Authorize(wallet, amount, "instance/" + number, key, Cause.platform());
            case 3 -> capture(known.get(random.nextInt(known.size())), amount, key);
            default -> release(known.get(random.nextInt(known.size())));
        };
    }

    private static LedgerCommand capture(Hold hold, BigDecimal amount, String key) {
        return new LedgerCommand.Capture(hold.walletId(), hold.id(), amount, null, key, Cause.platform());
    }

    private static LedgerCommand release(Hold hold) {
        return new LedgerCommand.Release(hold.walletId(), hold.id(), Cause.platform());
    }

    private static LedgerCommand post(UUID wallet, TransactionType type, BigDecimal amount, String key) {
        return new LedgerCommand.Post(wallet, type, amount, null, null, null, key, Cause.platform());
    }
}
