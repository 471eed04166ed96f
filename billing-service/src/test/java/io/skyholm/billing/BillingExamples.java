package io.skyholm.billing;

import io.skyholm.runtime.testing.api.Examples;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How every operation of billing is called rightly, on things of one tenant. */
final class BillingExamples {

    private BillingExamples() {}

    /** Things of the owner's tenant. */
    static Examples of(Person owner) {
        UUID wallet = Fresh.wallet(owner.tenant(), "100.00");
        UUID charge = Fresh.posted(
                wallet, Map.of("type", "CHARGE", "amount", "40.00", "description", "Setup", "reference", "order-17"));
        UUID refund = Fresh.posted(
                wallet,
                Map.of(
                        "type",
                        "REFUND",
                        "amount",
                        "15.00",
                        "description",
                        "Half of the setup",
                        "refundedTransactionId",
                        charge));
        Map<String, String> deposit = Map.of(
                "type", "DEPOSIT", "amount", "50.00", "description", "Bank transfer", "reference", "2026-03-02/117");
        UUID plan = Person.ADMIN.made("/v1/plans", plan("Medium " + UUID.randomUUID()));
        UUID meter = Fresh.meter(owner.tenant(), plan);
        return new Examples()
                .path("/v1/meters/{id}", () -> "/v1/meters/" + meter)
                .path("/v1/meters/{id}/charges", () -> "/v1/meters/" + meter + "/charges")
                .example("POST /v1/plans", plan("Small " + UUID.randomUUID()))
                .example("PATCH /v1/plans/{id}", Map.of("monthlyRate", "21.90", "hourlyRate", "0.03"))
                .path("/v1/plans/{id}", () -> "/v1/plans/" + plan)
                .path("/v1/plans/{id}/versions", () -> "/v1/plans/" + plan + "/versions")
                .path("/v1/wallets/{id}", () -> "/v1/wallets/" + wallet)
                .path("/v1/wallets/{id}/transactions", () -> "/v1/wallets/" + wallet + "/transactions")
                .example("POST /v1/wallets/{id}/transactions", deposit)
                .path("/v1/transactions/{id}", () -> "/v1/transactions/" + refund);
    }

    private static Map<String, Object> plan(String name) {
        return Map.ofEntries(
                Map.entry("kind", "VPS"),
                Map.entry("name", name),
                Map.entry("provider", "linode"),
                Map.entry("providerType", "g6-standard-2"),
                Map.entry("vcpus", 2),
                Map.entry("memoryMb", 4096),
                Map.entry("diskGb", 80),
                Map.entry("transferGb", 4000),
                Map.entry("networkOutMbps", 2000),
                Map.entry("baseCost", "16.00"),
                Map.entry("markupPercentage", "25.00"),
                Map.entry("availableRegions", List.of("eu-central")));
    }
}
