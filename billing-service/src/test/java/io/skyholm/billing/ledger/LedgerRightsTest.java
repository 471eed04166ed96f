package io.skyholm.billing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.billing.Fresh;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself refuses: to change what was posted, and books that do not balance. */
@QuarkusTest
class LedgerRightsTest {

    private static final String TRANSACTION = """
            insert into ledger_transaction (id, tenant_id, wallet_id, type, amount, currency, balance_after,
                idempotency_key, created_at)
            values (?, ?, ?, 'DEPOSIT', 5, 'EUR', 15, 'k', now())""";

    private final UUID tenant = UUID.randomUUID();
    private UUID wallet = tenant;
    private final Sql service = Sql.asService("billing").ofTenant(tenant);

    @BeforeEach
    void wallet() {
        wallet = Fresh.wallet(tenant, "10.00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_transaction set amount = 1",
                "delete from ledger_transaction",
                "update posting set amount = 1",
                "delete from posting",
                "truncate posting",
                "update wallet set balance = 1000",
                "update wallet set held = 0",
                "update wallet set currency = 'USD'",
                "delete from wallet",
                "insert into wallet (id, tenant_id, currency, balance, created_at, updated_at) select gen_random_uuid(), tenant_id, currency, 5, now(), now() from wallet",
                "update hold set amount = 1"
            })
    void serviceMayNot(String statement) {
        assertThatThrownBy(() -> service.change(statement)).hasMessageContaining("permission denied");
    }

    @Test
    void ownerOfTheSchemaStumblesToo() {
        assertThatThrownBy(() -> Sql.asSuperuser("billing").change("update posting set amount = 1"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> Sql.asSuperuser("billing").change("delete from ledger_transaction"))
                .hasMessageContaining("never changed");
    }

    @Test
    void transactionWithoutPostingsIsNotCommitted() {
        assertThatThrownBy(() -> service.change(TRANSACTION, UUID.randomUUID(), tenant, wallet))
                .hasMessageContaining("has no postings");
    }

    @Test
    void postingsThatDoNotBalanceAreRefused() {
        assertThatThrownBy(() -> posted("'WALLET', 5", "'FUNDS', -4")).hasMessageContaining("do not sum to zero");
        assertThatThrownBy(() -> posted("'WALLET', 4", "'FUNDS', -4"))
                .hasMessageContaining("not what its transaction says");
        assertThat(balance()).isEqualTo("10.000000");
    }

    @Test
    void balanceFollowsPostings() {
        posted("'WALLET', 5", "'FUNDS', -5");
        assertThat(balance()).isEqualTo("15.000000");
    }

    @Test
    void walletHoldsNoMoreThanItHas() {
        String hold = """
                insert into hold (id, tenant_id, wallet_id, amount, status, subject, idempotency_key, created_at)
                values (gen_random_uuid(), ?, ?, ?, 'OPEN', 'instance/1', gen_random_uuid()::text, now())""";
        service.change(hold, tenant, wallet, 6);
        assertThatThrownBy(() -> service.change(hold, tenant, wallet, 5)).hasMessageContaining("wallet_held");
        service.change("delete from hold");
        assertThat(service.value("select held from wallet")).isEqualTo("0.000000");
    }

    /** Both in one statement, as the service does. */
    private void posted(String one, String other) {
        UUID id = UUID.randomUUID();
        service.change(
                "with posted as (" + TRANSACTION + " returning id, tenant_id, wallet_id) "
                        + "insert into posting (transaction_id, account, tenant_id, wallet_id, amount) "
                        + "select id, account, tenant_id, wallet_id, amount from posted, (values (" + one + "), ("
                        + other
                        + ")) side (account, amount)",
                id,
                tenant,
                wallet);
    }

    private Object balance() {
        return service.value("select balance from wallet");
    }
}
