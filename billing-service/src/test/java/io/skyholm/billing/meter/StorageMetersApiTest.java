package io.skyholm.billing.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.billing.Fresh;
import io.skyholm.events.storage.BackupEvents;
import io.skyholm.events.storage.BackupFact;
import io.skyholm.events.storage.BackupStatus;
import io.skyholm.events.storage.DiskEvents;
import io.skyholm.events.storage.DiskFact;
import io.skyholm.events.storage.DiskFormat;
import io.skyholm.events.storage.DiskSnapshotEvents;
import io.skyholm.events.storage.DiskSnapshotFact;
import io.skyholm.events.storage.DiskSnapshotStatus;
import io.skyholm.events.storage.DiskStatus;
import io.skyholm.events.storage.ImageVersionEvents;
import io.skyholm.events.storage.ImageVersionFact;
import io.skyholm.events.storage.ImageVersionStatus;
import io.skyholm.events.storage.SnapshotConsistency;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.TestClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is there is charged by its size, from what storage tells of it, once the platform has set a price. */
@QuarkusTest
class StorageMetersApiTest {

    /** What an hour of 10 GiB costs. */
    private static final String RATE = "0.20";

    private final Person owner = Person.fresh();
    private final UUID thing = UUID.randomUUID();

    /** There is one price of each at a time, of which other tests shall know nothing. */
    @AfterEach
    void retirePrices() {
        for (String kind : List.of("DISK", "SNAPSHOT", "BACKUP", "IMAGE")) {
            List<String> plans =
                    Person.ADMIN.get("/v1/plans?kind=" + kind).jsonPath().getList("items.id", String.class);
            plans.forEach(plan -> Person.ADMIN.delete("/v1/plans/" + plan));
        }
    }

    @Test
    void diskIsPaidBySizeFromItsCreationToItsDeletion() {
        UUID wallet = Fresh.wallet(owner.tenant(), "100.00");
        UUID price = price("DISK", "SSD");
        TestClock.forward(Duration.ofHours(1));
        tell(1, DiskStatus.CREATING, 20);
        shows(wallet, "held", BigDecimal.ZERO);
        Instant start = TestClock.now();
        tell(2, DiskStatus.AVAILABLE, 20);
        shows(wallet, "held", new BigDecimal("0.40"));
        TestClock.forward(Duration.ofHours(2));
        BigDecimal small = hours(start, settled(), "0.40");
        meterShows("charged", small);
        owner.get("/v1/meters/" + thing)
                .then()
                .body("resourceType", equalTo("DISK"))
                .body("resourceId", equalTo(thing.toString()))
                .body("name", equalTo("data"))
                .body("sizeGb", equalTo(20))
                .body("planId", equalTo(price.toString()));
        owner.get("/v1/wallets/" + wallet + "/forecast")
                .then()
                .body("running", equalTo(1))
                .body("hourlyCost", equalTo("0.40"));
        Instant grown = TestClock.now();
        tell(3, DiskStatus.GROWING, 50);
        tell(4, DiskStatus.AVAILABLE, 50);
        TestClock.forward(Duration.ofHours(2));
        Instant end = TestClock.now();
        tell(6, DiskStatus.DELETED, 50);
        tell(5, DiskStatus.DELETING, 50);
        TestClock.forward(Duration.ofHours(2));
        BigDecimal all = hours(start, Rating.hourOf(grown), "0.40")
                .add(hours(grown, Rating.hourOf(end).plus(Duration.ofHours(1)), "1.00"));
        meterShows("charged", all);
        shows(wallet, "held", BigDecimal.ZERO);
        shows(wallet, "balance", new BigDecimal("100").subtract(all));
        owner.get("/v1/meters/" + thing).then().body("planId", nullValue()).body("sizeGb", nullValue());
        owner.get("/v1/meters?resourceType=DISK&resourceId=" + thing)
                .then()
                .body("items.id", contains(thing.toString()));
        owner.get("/v1/meters/" + thing + "/charges").then().body("items[0].sizeGb", equalTo(50));
        UUID invoice = Person.ADMIN.made("/v1/wallets/" + wallet + "/invoices", Map.of());
        owner.get("/v1/invoices/" + invoice)
                .then()
                .body("lineItems[0].planId", equalTo(price.toString()))
                .body("lineItems[0].unitPrice", equalTo(RATE))
                .body("lineItems[0].gbHours", equalTo(gbHours(all)));
    }

    @Test
    void nothingIsChargedWithoutAPriceAndFromTheNextHourOnWithOne() {
        UUID wallet = Fresh.wallet(owner.tenant(), "100.00");
        tell(1, DiskStatus.AVAILABLE, 10);
        TestClock.forward(Duration.ofHours(3));
        Eventually.holds("nothing is due", this::rests);
        owner.get("/v1/meters/" + thing)
                .then()
                .body("charged", equalTo("0.00"))
                .body("planId", nullValue())
                .body("sizeGb", equalTo(10));
        price("DISK", "SSD");
        Instant priced = Rating.hourOf(TestClock.now()).plus(Duration.ofHours(1));
        Eventually.holds("it is looked at", () -> !rests());
        TestClock.forward(Duration.ofHours(3));
        meterShows("charged", hours(priced, settled(), RATE));
        retirePrices();
        Instant retired = Rating.hourOf(TestClock.now()).plus(Duration.ofHours(1));
        TestClock.forward(Duration.ofHours(3));
        meterShows("charged", hours(priced, retired, RATE));
        Eventually.holds("nothing is due any more", this::rests);
        shows(wallet, "held", BigDecimal.ZERO);
    }

    /** The first tenant pays up to the moment, the other from it on, in whatever order that is told. */
    @Test
    void whatWentToAnotherTenantIsPaidByThatFromThenOn() {
        Person receiver = Person.fresh();
        Fresh.wallet(owner.tenant(), "100.00");
        Fresh.wallet(receiver.tenant(), "100.00");
        price("DISK", "SSD");
        TestClock.forward(Duration.ofHours(1));
        Instant start = TestClock.now();
        tell(1, DiskStatus.AVAILABLE, 10);
        TestClock.forward(Duration.ofHours(2));
        meterShows("charged", hours(start, settled(), RATE));
        Instant given = TestClock.now();
        DiskFact left = Fresh.disk(owner.tenant(), thing, 2, DiskStatus.AVAILABLE, 10, given);
        Broker.tell(DiskEvents.TRANSFERRED, Fresh.disk(receiver.tenant(), thing, 3, DiskStatus.AVAILABLE, 10, given));
        Broker.tell(DiskEvents.TRANSFERRED, left);
        TestClock.forward(Duration.ofHours(3));
        String meter = Eventually.found(
                "the receiver's meter",
                () -> receiver.get("/v1/meters").jsonPath().getString("items[0].id"),
                id -> id != null);
        amountOf("/v1/meters/" + meter, "charged", hours(given, settled(), RATE));
        meterShows("charged", hours(start, Rating.hourOf(given).plus(Duration.ofHours(1)), RATE));
        Eventually.holds("nothing is due of the owner's", this::rests);
        owner.get("/v1/meters/" + thing).then().body("sizeGb", nullValue());
    }

    @Test
    void whatTheWalletCannotPayIsOwedUntilItCan() {
        UUID wallet = Fresh.wallet(owner.tenant(), "0.30");
        price("DISK", "SSD");
        TestClock.forward(Duration.ofHours(1));
        Instant start = TestClock.now();
        tell(1, DiskStatus.AVAILABLE, 10);
        shows(wallet, "held", new BigDecimal(RATE));
        TestClock.forward(Duration.ofHours(3));
        BigDecimal due = hours(start, settled(), RATE);
        meterShows("owed", due.subtract(new BigDecimal(RATE)));
        Fresh.posted(wallet, Map.of("type", "DEPOSIT", "amount", "50.00"));
        TestClock.forward(Duration.ofSeconds(1));
        meterShows("owed", BigDecimal.ZERO);
        shows(wallet, "balance", new BigDecimal("50.30").subtract(due));
    }

    @Test
    void snapshotsBackupsAndImagesHavePricesOfTheirOwn() {
        UUID wallet = Fresh.wallet(owner.tenant(), "100.00");
        price("SNAPSHOT", null);
        price("BACKUP", null);
        price("IMAGE", null);
        TestClock.forward(Duration.ofHours(1));
        Instant start = TestClock.now();
        UUID snapshot = UUID.randomUUID();
        UUID backup = UUID.randomUUID();
        UUID version = UUID.randomUUID();
        Broker.tell(DiskSnapshotEvents.READY, snapshot(snapshot, start));
        Broker.tell(BackupEvents.READY, backup(backup, start));
        Broker.tell(ImageVersionEvents.VERIFIED, version(version, owner.tenant(), start));
        Broker.tell(ImageVersionEvents.VERIFIED, version(thing, null, start));
        shows(wallet, "held", new BigDecimal("1.24"));
        TestClock.forward(Duration.ofHours(2));
        amountOf("/v1/meters/" + snapshot, "charged", hours(start, settled(), "0.60"));
        amountOf("/v1/meters/" + backup, "charged", hours(start, settled(), "0.60"));
        amountOf("/v1/meters/" + version, "charged", hours(start, settled(), "0.04"));
        owner.get("/v1/meters/" + version)
                .then()
                .body("sizeGb", equalTo(2))
                .body("resourceType", equalTo("IMAGE_VERSION"));
        Person.ADMIN.get("/v1/meters/" + thing).then().statusCode(404);
    }

    @Test
    void priceNamesWhatItIsOfOnceAndHasNoSizeOfAMachine() {
        UUID first = price("DISK", "SSD");
        Person.ADMIN
                .post("/v1/plans", terms("DISK", "SSD"))
                .then()
                .statusCode(409)
                .body("code", equalTo("PLAN_PRICE_TAKEN"));
        price("DISK", "NVME");
        Person.ADMIN.delete("/v1/plans/" + first);
        assertThat(price("DISK", "SSD")).isNotEqualTo(first);
        refused(terms("DISK", null), "diskType");
        refused(terms("SNAPSHOT", "SSD"), "diskType");
        Map<String, Object> cores = new HashMap<>(terms("BACKUP", null));
        cores.put("vcpus", 2);
        refused(cores, "vcpus");
        refused(Map.of("kind", "VPS", "name", "Bare " + thing, "diskGb", 10, "monthlyRate", "1.00"), "vcpus");
    }

    private static void refused(Map<String, ?> plan, String property) {
        assertThat(Person.ADMIN
                        .post("/v1/plans", plan)
                        .then()
                        .statusCode(422)
                        .extract()
                        .asString())
                .contains(property);
    }

    private UUID price(String kind, @Nullable String diskType) {
        return Person.ADMIN.made("/v1/plans", terms(kind, diskType));
    }

    private static Map<String, Object> terms(String kind, @Nullable String diskType) {
        Map<String, Object> terms = new HashMap<>();
        terms.put("kind", kind);
        terms.put("name", "Price " + UUID.randomUUID());
        terms.put("diskGb", 10);
        terms.put("hourlyRate", RATE);
        terms.put("monthlyRate", "100.00");
        if (diskType != null) {
            terms.put("diskType", diskType);
        }
        return terms;
    }

    private void tell(long generation, DiskStatus status, int sizeGb) {
        Broker.tell(DiskEvents.CHANGED, Fresh.disk(owner.tenant(), thing, generation, status, sizeGb, TestClock.now()));
    }

    private DiskSnapshotFact snapshot(UUID id, Instant at) {
        return new DiskSnapshotFact(
                id,
                1,
                owner.tenant(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                "before",
                null,
                30,
                null,
                SnapshotConsistency.AT_REST,
                DiskSnapshotStatus.AVAILABLE,
                null,
                null,
                null,
                List.of(),
                at,
                at,
                null,
                null,
                null);
    }

    private BackupFact backup(UUID id, Instant at) {
        return new BackupFact(
                id,
                1,
                owner.tenant(),
                null,
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                "nightly",
                null,
                300,
                30,
                UUID.randomUUID(),
                null,
                BackupStatus.AVAILABLE,
                null,
                false,
                null,
                List.of(),
                at,
                at,
                null,
                null,
                null);
    }

    private static ImageVersionFact version(UUID id, @Nullable UUID tenant, Instant at) {
        return new ImageVersionFact(
                id,
                1,
                tenant,
                UUID.randomUUID(),
                "1.0",
                null,
                null,
                null,
                DiskFormat.QCOW2,
                true,
                true,
                ImageVersionStatus.AVAILABLE,
                null,
                (1L << 30) + 1,
                20,
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

    private boolean rests() {
        return Sql.asSuperuser("billing").number("select count(*) from meter where id = ? and due_at is null", thing)
                == 1;
    }

    /** 0.20 for 10 GiB are 50 GiB for 1.00. */
    private static int gbHours(BigDecimal charged) {
        return charged.multiply(new BigDecimal("50")).intValueExact();
    }

    private static Instant settled() {
        return Rating.hourOf(TestClock.now().minus(MeterReconciler.SETTLED));
    }

    private static BigDecimal hours(Instant start, Instant end, String rate) {
        long hours = Duration.between(Rating.hourOf(start), end).toHours();
        return new BigDecimal(rate).multiply(BigDecimal.valueOf(hours));
    }

    private static void shows(UUID wallet, String property, BigDecimal amount) {
        amountOf("/v1/wallets/" + wallet, property, amount);
    }

    private void meterShows(String property, BigDecimal amount) {
        amountOf("/v1/meters/" + thing, property, amount);
    }

    private static void amountOf(String path, String property, BigDecimal amount) {
        Eventually.found(
                property + " of " + path,
                () -> Person.ADMIN.get(path).jsonPath().getString(property),
                found -> found != null && new BigDecimal(found).compareTo(amount) == 0);
    }
}
