package io.skyholm.billing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.billing.Fresh;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.testing.fixtures.Chains;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.DeletedTenant;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What runs holds what it will cost. */
@QuarkusTest
class HoldsTest {

    private static final int MANY = 60;

    private final Person owner = Person.fresh();
    private UUID wallet = owner.tenant();
    private final Holds holds = Arc.container().select(Holds.class).get();
    private final Cause cause = Cause.platform();

    @BeforeEach
    void wallet() {
        wallet = Fresh.wallet(owner.tenant(), "10.00");
    }

    @Test
    void heldIsNotAvailableUntilItIsCapturedOrReleased() {
        Hold hold = authorized("6", "a");
        shows("10.00", "6.00", "4.00");
        assertThat(authorized("6", "a")).as("under the same key").isEqualTo(hold);
        assertThatThrownBy(() -> authorized("4.01", "b"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("0.01 EUR are missing");
        TransactionView charge = done(holds.capture(cause, hold, new BigDecimal("2.5"), "An hour", "a"));
        assertThat(charge.amount()).isEqualTo("-2.50");
        assertThat(charge.holdId()).isEqualTo(hold.id());
        shows("7.50", "0.00", "7.50");
        assertThat(done(holds.capture(cause, hold, new BigDecimal("2.5"), "An hour", "a")))
                .isEqualTo(charge);
        Hold other = authorized("7.5", "c");
        assertThat(done(holds.release(cause, other)).status()).isEqualTo(HoldStatus.VOIDED);
        assertThatThrownBy(() -> done(holds.capture(cause, other, BigDecimal.ONE, null, "d")))
                .hasMessageContaining("is VOIDED already");
        shows("7.50", "0.00", "7.50");
    }

    @Test
    void manyAtOnceHoldNoMoreThanThereIs() {
        List<Boolean> held = Crowd.of(MANY, number -> isAuthorized("0.5", "h" + number));
        assertThat(held.stream().filter(done -> done)).hasSize(20);
        shows("10.00", "10.00", "0.00");
        assertThat(Sql.asSuperuser("billing").number("select count(*) from hold where wallet_id = ?", wallet))
                .isEqualTo(20);
    }

    @Test
    void deletedTenantHoldsNothingAndItsLedgerStays() {
        authorized("6", "a");
        DeletedTenant.of(owner.tenant()).isGone();
        Sql sql = Sql.asSuperuser("billing");
        assertThat(sql.number("select count(*) from hold where wallet_id = ?", wallet))
                .isZero();
        assertThat(sql.rows("select balance, held from wallet where id = ?", wallet)
                        .toString())
                .isEqualTo("[{balance=10.000000, held=0.000000}]");
        assertThat(sql.number("select count(*) from posting where wallet_id = ?", wallet))
                .isEqualTo(2);
        UUID payout = Fresh.posted(wallet, Map.of("type", "ADJUSTMENT", "amount", "-10.00", "description", "Paid out"));
        Person.ADMIN.get("/v1/transactions/" + payout).then().body("balanceAfter", equalTo("0.00"));
    }

    private void shows(String balance, String held, String available) {
        Person.ADMIN
                .get("/v1/wallets/" + wallet)
                .then()
                .body("balance", equalTo(balance))
                .body("held", equalTo(held))
                .body("available", equalTo(available));
    }

    private boolean isAuthorized(String amount, String key) {
        try {
            authorized(amount, key);
            return true;
        } catch (Problem refused) {
            assertThat(refused.code()).isEqualTo("INSUFFICIENT_FUNDS");
            return false;
        }
    }

    private Hold authorized(String amount, String key) {
        return done(holds.authorize(cause, wallet, new BigDecimal(amount), "instance/1", key));
    }

    private static <T> T done(Uni<T> work) {
        return Chains.outcomeOf(() -> work);
    }
}
