package io.skyholm.storage.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.billing.StandingReason;
import io.skyholm.events.billing.StandingStage;
import io.skyholm.runtime.testing.facts.StandingFacts;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.TestClock;
import io.skyholm.storage.Fresh;
import io.skyholm.storage.Storage;
import io.skyholm.storage.Tus;
import io.skyholm.storage.snapshot.Taken;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While a tenant's standing says so, nothing more is made of what it would have to pay. */
@QuarkusTest
class WalletsApiTest {

    private final UUID tenant = UUID.randomUUID();
    private final Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
    private Storage storage;
    private UUID disk;
    private Taken snapshot;

    @BeforeEach
    void aDiskWithASnapshot() {
        storage = Storage.of(100);
        disk = storage.available(owner, 1);
        snapshot = Taken.made(storage, owner, disk);
    }

    @Test
    void nothingThatCostsIsMadeOrGrowsUntilTheWalletIsFilled() {
        Map<String, Supplier<Response>> paid = paid();
        BillingTells.standing(tenant, 1, StandingStage.RESTRICTED, StandingReason.WALLET_EMPTY);
        paid.forEach((what, made) -> assertThat(made.get())
                .as(what)
                .returns(507, Response::statusCode)
                .returns("INSUFFICIENT_FUNDS", answer -> answer.path("code")));
        owner.get("/v1/disks").then().body("items.size()", equalTo(2));
        BillingTells.standing(tenant, 2, StandingStage.SUSPENDED, StandingReason.STOP_LIMIT);
        paid.forEach((what, made) -> assertThat(made.get())
                .as(what)
                .returns(409, Response::statusCode)
                .returns("SPENDING_LIMIT_REACHED", answer -> answer.path("code")));
        BillingTells.standing(tenant, 3, StandingStage.ACTIVE);
        paid.forEach(
                (what, made) -> assertThat(made.get().statusCode()).as(what).isBetween(200, 201));
    }

    /** All that makes more of what is paid, by its name. */
    private Map<String, Supplier<Response>> paid() {
        String image = Fresh.imageOf(owner);
        String version = Fresh.versionOf(owner, image);
        Map<String, Object> clone = storage.disk(1);
        clone.put("sourceSnapshotId", snapshot.id());
        UUID grown = storage.available(owner, 1);
        Map<String, Supplier<Response>> paid = new LinkedHashMap<>();
        paid.put("a backup", () -> owner.post("/v1/snapshots/" + snapshot.id() + "/backups", Map.of("name", "kept")));
        paid.put("a disk", () -> owner.post("/v1/disks", storage.disk(1)));
        paid.put("a clone", () -> owner.post("/v1/disks", clone));
        paid.put("a snapshot", () -> owner.post("/v1/disks/" + disk + "/snapshots", Map.of("name", "after")));
        paid.put("a version", () -> owner.post(image + "/versions", Fresh.version()));
        paid.put("an upload", () -> Tus.begin(owner, version, 1024));
        paid.put("more room", () -> owner.post("/v1/disks/" + grown + "/grow", Map.of("sizeGb", 2)));
        return paid;
    }

    @Test
    void whatIsThereStaysAndGoesWhenItsTenantDeletesIt() {
        BillingTells.standing(tenant, 1, StandingStage.SUSPENDED, StandingReason.WALLET_EMPTY);
        owner.patch("/v1/disks/" + disk, Map.of("name", "renamed")).then().statusCode(200);
        owner.delete("/v1/snapshots/" + snapshot.id()).then().statusCode(200);
        snapshot.does();
        owner.delete("/v1/disks/" + disk).then().statusCode(200);
        owner.post("/v1/disks/" + disk + "/restore", Map.of()).then().statusCode(200);
    }

    @Test
    void operatorsMakeNoMoreForTheTenantAndTheirOwnIsNobodys() {
        Fresh.known(tenant);
        BillingTells.standing(tenant, 1, StandingStage.RESTRICTED, StandingReason.WALLET_EMPTY);
        Map<String, Object> body = storage.disk(1);
        body.put("tenantId", tenant);
        Person.ADMIN.post("/v1/disks", body).then().statusCode(507).body("code", equalTo("INSUFFICIENT_FUNDS"));
        Fresh.versionOf(Person.ADMIN, Fresh.imageOf(Person.ADMIN));
        storage.begun(Person.fresh(), 1);
    }

    @Test
    void anOlderFactChangesNothing() {
        BillingTells.standing(tenant, 2, StandingStage.RESTRICTED, StandingReason.WALLET_EMPTY);
        StandingFacts.tell(tenant, 1, StandingStage.ACTIVE);
        UUID another = UUID.randomUUID();
        BillingTells.standing(another, 1, StandingStage.ACTIVE);
        owner.post("/v1/disks", storage.disk(1)).then().statusCode(507);
    }

    @Test
    void schedulesSayWhyTheyWaitAndGoOnThereafter() {
        BillingTells.standing(tenant, 1, StandingStage.RESTRICTED, StandingReason.WALLET_EMPTY);
        UUID schedule = owner.made(
                "/v1/disks/" + disk + "/snapshot-schedules",
                Map.of("name", "hourly", "frequency", "HOURLY", "keepLast", 1));
        String path = "/v1/snapshot-schedules/" + schedule;
        TestClock.forward(Duration.ofHours(1));
        Eventually.found(
                path,
                () -> String.valueOf(owner.get(path).<Object>path("failureReason")),
                reason -> reason.startsWith("The wallet is too little"));
        owner.get("/v1/snapshots?scheduleId=" + schedule).then().body("items.size()", equalTo(0));
        BillingTells.standing(tenant, 2, StandingStage.ACTIVE);
        TestClock.forward(Duration.ofMinutes(6));
        Eventually.rows(1, "select count(*) from disk_snapshot where schedule_id = ?", schedule);
        owner.get(path).then().body("failureReason", nullValue());
    }
}
