package io.skyholm.billing;

import io.skyholm.events.compute.InstanceEvents;
import io.skyholm.events.compute.InstanceFact;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.identity.TenantEvents;
import io.skyholm.events.identity.TenantFact;
import io.skyholm.events.identity.TenantStatus;
import io.skyholm.events.storage.DiskFact;
import io.skyholm.events.storage.DiskStatus;
import io.skyholm.events.storage.DiskType;
import io.skyholm.events.storage.ShareMode;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Wallets of which no other test knows. */
public final class Fresh {

    private Fresh() {}

    /** The wallet of that tenant, which is made once identity has told of the tenant. */
    public static UUID wallet(UUID tenant) {
        Broker.tell(TenantEvents.CREATED, fact(tenant));
        return Eventually.found("the wallet of " + tenant, () -> wallets(tenant), found -> found.size() == 1)
                .getFirst();
    }

    /** The same, in which there is that much. */
    public static UUID wallet(UUID tenant, String amount) {
        UUID wallet = wallet(tenant);
        posted(wallet, Map.of("type", "DEPOSIT", "amount", amount));
        return wallet;
    }

    /** Moves money as the platform. */
    public static UUID posted(UUID wallet, Map<String, ?> transaction) {
        return Person.ADMIN.made("/v1/wallets/" + wallet + "/transactions", transaction);
    }

    /** What identity tells of a new tenant. */
    public static TenantFact fact(UUID tenant) {
        Instant now = Instant.now();
        return new TenantFact(
                tenant, 1, "Tenant " + tenant, null, TenantStatus.ACTIVE, null, null, null, now, now, null, null, null);
    }

    /** What compute tells of an instance. */
    public static InstanceFact instance(
            UUID tenant, UUID id, long generation, InstanceStatus status, UUID plan, Instant at) {
        return new InstanceFact(
                id,
                generation,
                tenant,
                UUID.randomUUID(),
                "web",
                null,
                status,
                1,
                1,
                10,
                0,
                plan,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                at,
                at,
                null,
                null,
                null);
    }

    /** What storage tells of a disk. */
    public static DiskFact disk(UUID tenant, UUID id, long generation, DiskStatus status, int sizeGb, Instant at) {
        return new DiskFact(
                id,
                generation,
                tenant,
                null,
                "data",
                null,
                sizeGb,
                DiskType.SSD,
                ShareMode.EXCLUSIVE,
                1,
                null,
                null,
                null,
                null,
                null,
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                status,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                at,
                at,
                null,
                null,
                status == DiskStatus.DELETED ? at : null);
    }

    /** The meter of an instance that has run for two hours. */
    public static UUID meter(UUID tenant, UUID plan) {
        UUID instance = UUID.randomUUID();
        Broker.tell(
                InstanceEvents.STARTED, instance(tenant, instance, 1, InstanceStatus.RUNNING, plan, TestClock.now()));
        Eventually.holds(
                "it holds its hour",
                () -> Sql.asSuperuser("billing")
                                .number("select count(*) from meter where id = ? and hold_id is not null", instance)
                        == 1);
        TestClock.forward(Duration.ofHours(2));
        Eventually.holds(
                "an hour is charged",
                () -> Sql.asSuperuser("billing")
                                .number(
                                        "select count(*) from usage_charge where meter_id = ? and transaction_id is not null",
                                        instance)
                        > 0);
        return instance;
    }

    private static List<UUID> wallets(UUID tenant) {
        List<String> ids = Person.ADMIN
                .request()
                .queryParam("tenantId", tenant)
                .get("/v1/wallets")
                .jsonPath()
                .getList("items.id", String.class);
        return ids.stream().map(UUID::fromString).toList();
    }
}
