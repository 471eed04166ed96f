package io.skyholm.billing.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.billing.Fresh;
import io.skyholm.events.identity.TenantEvents;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Told;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A tenant has one wallet, which comes with it. */
@QuarkusTest
class WalletsApiTest {

    private final Person owner = Person.fresh();

    @Test
    void tenantIsGivenOneEmptyWalletHoweverOftenIdentityTellsOfIt() {
        UUID wallet = Fresh.wallet(owner.tenant());
        Broker.tell(TenantEvents.CHANGED, Fresh.fact(owner.tenant()));
        UUID later = Fresh.wallet(UUID.randomUUID());
        assertThat(later).as("told after it, made after it").isNotEqualTo(wallet);
        owner.get("/v1/wallets").then().body("items.id", contains(wallet.toString()));
        owner.get("/v1/wallets/" + wallet)
                .then()
                .statusCode(200)
                .body("tenantId", equalTo(owner.tenant().toString()))
                .body("currency", equalTo("EUR"))
                .body("balance", equalTo("0.00"))
                .body("held", equalTo("0.00"))
                .body("available", equalTo("0.00"));
        owner.get("/v1/wallets/" + later).then().statusCode(404);
        assertThat(Told.types(wallet)).containsExactly("billing.wallet.created.v1");
    }

    @Test
    void walletTellsHowItIsAfterEachMovement() {
        UUID wallet = Fresh.wallet(owner.tenant(), "12.50");
        Eventually.holds("the change is told", () -> Told.types(wallet)
                .equals(List.of("billing.wallet.created.v1", "billing.wallet.changed.v1")));
        assertThat(String.valueOf(Told.of(wallet).getLast().get("payload")))
                .contains("\"balance\":\"12.50\"", "\"available\":\"12.50\"");
        owner.get("/v1/wallets?currency=USD").then().body("items", hasSize(0));
    }
}
