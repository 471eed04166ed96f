package io.skyholm.billing.ledger;

import static java.util.function.Predicate.not;

import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what commands need of the ledger, in few statements for all of them. */
@Singleton
class LedgerStore {

    /** In one order, so that no two transactions wait for each other. */
    private static final String LOCK =
            Select.of(LockedWallet.Row.class, "wallet").sql() + " where id = any($1) order by id for no key update";

    /** Read once the wallets are locked: before that another replica may still add one. */
    private static final String LAST = """
            select wallet.id as wallet_id, last.id
            from unnest($1::uuid[]) as wallet (id) cross join lateral (
                select id from ledger_transaction where wallet_id = wallet.id order by id desc limit 1) last""";

    private static final String TRANSACTIONS = Select.of(Transaction.class, "ledger_transaction")
                    .sql() + " where (wallet_id, idempotency_key) in (select * from unnest($1::uuid[], $2::text[]))";
    private static final String HOLDS = Select.of(Hold.class, "hold").sql()
            + " where id = any($1) or (wallet_id, idempotency_key) in (select * from unnest($2::uuid[], $3::text[]))";
    private static final String CHARGES = """
            select charge.id, charge.wallet_id, -charge.amount as amount, coalesce(sum(refund.amount), 0) as refunded
            from ledger_transaction charge
                left join ledger_transaction refund on refund.refunded_transaction_id = charge.id
            where charge.id = any($1) and charge.type = 'CHARGE'
            group by charge.id""";

    /** Holds the wallets of these commands until the transaction ends, and reads all else that decides them. */
    Uni<KnownLedger> known(Work work, List<LedgerCommand> commands) {
        UUID[] wallets = distinct(commands.stream().map(LedgerCommand::walletId));
        return work.list(LockedWallet.Row.class, LOCK, (Object) wallets)
                .map(KnownLedger::new)
                .chain(known -> work.list(KnownLedger.Last.class, LAST, (Object) wallets)
                        .map(known::following))
                .chain(known -> transactions(work, commands).chain(posted -> holds(work, commands)
                        .chain(held -> charges(work, commands).map(charged -> known.with(posted, held, charged)))));
    }

    private static Uni<List<Transaction>> transactions(Work work, List<LedgerCommand> commands) {
        List<LedgerCommand> posting = commands.stream()
                .filter(command -> command instanceof LedgerCommand.Post || command instanceof LedgerCommand.Capture)
                .toList();
        return unlessEmpty(posting, () -> work.list(Transaction.class, TRANSACTIONS, wallets(posting), keys(posting)));
    }

    private static Uni<List<Hold>> holds(Work work, List<LedgerCommand> commands) {
        List<LedgerCommand> holding = commands.stream()
                .filter(not(LedgerCommand.Post.class::isInstance))
                .toList();
        UUID[] named = distinct(holding.stream().flatMap(command -> Stream.ofNullable(hold(command))));
        return unlessEmpty(holding, () -> work.list(Hold.class, HOLDS, named, wallets(holding), keys(holding)));
    }

    private static Uni<List<KnownLedger.Charge>> charges(Work work, List<LedgerCommand> commands) {
        List<UUID> refunded = new ArrayList<>();
        for (LedgerCommand command : commands) {
            if (command instanceof LedgerCommand.Post post && post.refundedTransactionId() != null) {
                refunded.add(post.refundedTransactionId());
            }
        }
        return unlessEmpty(
                refunded, () -> work.list(KnownLedger.Charge.class, CHARGES, (Object) distinct(refunded.stream())));
    }

    private static @Nullable UUID hold(LedgerCommand command) {
        return switch (command) {
            case LedgerCommand.Capture capture -> capture.holdId();
            case LedgerCommand.Release release -> release.holdId();
            case LedgerCommand.Post post -> null;
            case LedgerCommand.Authorize authorize -> null;
        };
    }

    private static <T> Uni<List<T>> unlessEmpty(List<?> asked, Supplier<Uni<List<T>>> read) {
        return asked.isEmpty() ? Uni.createFrom().item(List.of()) : read.get();
    }

    private static UUID[] wallets(List<LedgerCommand> commands) {
        return commands.stream().map(LedgerCommand::walletId).toArray(UUID[]::new);
    }

    private static String[] keys(List<LedgerCommand> commands) {
        return commands.stream().map(LedgerCommand::key).toArray(String[]::new);
    }

    private static UUID[] distinct(Stream<UUID> ids) {
        return ids.distinct().toArray(UUID[]::new);
    }
}
