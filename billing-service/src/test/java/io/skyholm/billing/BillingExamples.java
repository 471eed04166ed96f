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
        price();
        UUID meter = Fresh.meter(owner.tenant(), plan);
        String invoices = "/v1/wallets/" + wallet + "/invoices";
        UUID invoice = Person.ADMIN.made(invoices, Map.of());
        Map<String, String> credit = Map.of("amount", "0.01", "description", "An hour without network");
        Person.ADMIN.made("/v1/invoices/" + invoice + "/credit-notes", credit);
        UUID charged = Fresh.wallet(UUID.randomUUID(), "10.00");
        Fresh.posted(charged, Map.of("type", "CHARGE", "amount", "4.20", "description", "Setup"));
        Map<String, String> topUp = Map.of("amount", "50.00", "description", "Order 4711");
        UUID open = owner.made("/v1/wallets/" + wallet + "/top-ups", topUp);
        UUID unwanted = owner.made("/v1/wallets/" + wallet + "/top-ups", topUp);
        return new Examples()
                .path("/v1/wallets/{id}/top-ups", () -> "/v1/wallets/" + wallet + "/top-ups")
                .example("POST /v1/wallets/{id}/top-ups", topUp)
                .path("/v1/wallets/{id}/forecast", () -> "/v1/wallets/" + wallet + "/forecast")
                .path("/v1/wallets/{id}/quote", () -> "/v1/wallets/" + wallet + "/quote")
                .example("POST /v1/wallets/{id}/quote", Map.of("planId", plan, "count", 2))
                .path("/v1/wallets/{id}/statement", () -> "/v1/wallets/" + wallet + "/statement")
                .path("/v1/wallets/{id}/billing-details", () -> "/v1/wallets/" + wallet + "/billing-details")
                .path("/v1/wallets/{id}/standing", () -> "/v1/wallets/" + wallet + "/standing")
                .example(
                        "PUT /v1/wallets/{id}/standing",
                        Map.of(
                                "lowBalance", "10.00",
                                "warnHours", 48,
                                "warnAt", "400.00",
                                "refuseAt", "450.00",
                                "stopAt", "500.00"))
                .example(
                        "PUT /v1/wallets/{id}/billing-details",
                        Map.of(
                                "name", "Acme GmbH",
                                "address", "Am Hafen 12\n20457 Hamburg",
                                "country", "DE",
                                "taxId", "DE123456789",
                                "email", "billing@acme.example"))
                .path("/v1/invoices/{id}", () -> "/v1/invoices/" + invoice)
                .path("/v1/invoices/{id}/html", () -> "/v1/invoices/" + invoice + "/html")
                .path("/v1/invoices/{id}/pdf", () -> "/v1/invoices/" + invoice + "/pdf")
                .path("/v1/invoices/{id}/csv", () -> "/v1/invoices/" + invoice + "/csv")
                .path(
                        "/v1/invoices/{id}/line-items/{position}/charges",
                        () -> "/v1/invoices/" + invoice + "/line-items/1/charges")
                .path("/v1/wallets/{id}/invoices", () -> "/v1/wallets/" + charged + "/invoices")
                .path("/v1/invoices/{id}/payment", () -> "/v1/invoices/" + open + "/payment")
                .example("PUT /v1/invoices/{id}/payment", Map.of("amount", "50.00", "reference", "2026-03-05/8"))
                .path("/v1/invoices/{id}/cancel", () -> "/v1/invoices/" + unwanted + "/cancel")
                .path("/v1/invoices/{id}/credit-notes", () -> "/v1/invoices/" + invoice + "/credit-notes")
                .example("POST /v1/invoices/{id}/credit-notes", credit)
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

    /** What disks of a type cost, of which there is one price at a time. */
    private static void price() {
        boolean isThere = Person.ADMIN
                        .get("/v1/plans?kind=DISK&diskType=STANDARD")
                        .jsonPath()
                        .getList("items")
                        .size()
                == 1;
        if (!isThere) {
            Map<String, Object> price = Map.of(
                    "kind", "DISK",
                    "diskType", "STANDARD",
                    "name", "Disks " + UUID.randomUUID(),
                    "diskGb", 100,
                    "monthlyRate", "4.00");
            Person.ADMIN.made("/v1/plans", price);
        }
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
