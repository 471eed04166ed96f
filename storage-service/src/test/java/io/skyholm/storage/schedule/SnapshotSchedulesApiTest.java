package io.skyholm.storage.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.identity.TenantStatus;
import io.skyholm.runtime.testing.fixtures.CountedRows;
import io.skyholm.runtime.testing.fixtures.EventStream;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Projects;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.TestClock;
import io.skyholm.runtime.testing.fixtures.Told;
import io.skyholm.runtime.testing.fixtures.UserGroups;
import io.skyholm.storage.Guest;
import io.skyholm.storage.Storage;
import io.skyholm.storage.attachment.Attached;
import io.skyholm.storage.backup.Exported;
import io.skyholm.storage.importing.Senders;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What schedules do in the course of time; the test moves time, and plays hosts. */
@QuarkusTest
class SnapshotSchedulesApiTest {

    private static final String SCHEDULES = "/v1/snapshot-schedules";

    private Person owner;
    private Storage storage;
    private UUID disk;

    @BeforeEach
    void aDisk() {
        owner = Person.fresh();
        storage = Storage.of(100);
        disk = storage.available(owner, 1);
    }

    @Test
    void snapshotsAreMadeAtItsTimesAndOnlyThoseOfItsOwnAreDeleted() {
        UUID byHand = owner.made("/v1/disks/" + disk + "/snapshots", Map.of("name", "by hand"));
        storage.host().doesSnapshot(byHand);
        UUID schedule = hourly(Map.of("keepLast", 1));
        anHourPasses();
        UUID first = made(schedule, 1).getLast();
        owner.get("/v1/snapshots/" + first)
                .then()
                .body("name", containsString("hourly 20"))
                .body("scheduleId", equalTo(schedule.toString()))
                .body("createdBy", nullValue());
        storage.host().doesSnapshot(first);
        isIn(first, "AVAILABLE");
        anHourPasses();
        UUID second = made(schedule, 2).getLast();
        isIn(first, "AVAILABLE");
        storage.host().doesSnapshot(second);
        isIn(second, "AVAILABLE");
        isIn(first, "DELETING");
        isIn(byHand, "AVAILABLE");
        owner.get(SCHEDULES + "/" + schedule)
                .then()
                .body("lastAt", notNullValue())
                .body("failureReason", nullValue());
        assertThat(Told.types(schedule))
                .containsExactly(
                        "storage.snapshot-schedule.created.v1",
                        "storage.snapshot-schedule.ran.v1",
                        "storage.snapshot-schedule.ran.v1");
    }

    @Test
    void aBackupIsMadeOfEachSnapshotAndAsManyAreKept() {
        UUID schedule = hourly(Map.of("keepLast", 1, "backup", true));
        anHourPasses();
        UUID first = made(schedule, 1).getLast();
        assertThat(backups(schedule, 0)).isEmpty();
        storage.host().doesSnapshot(first);
        UUID backup = backups(schedule, 1).getLast();
        owner.get("/v1/backups?scheduleId=" + schedule)
                .then()
                .body("items.snapshotId", contains(first.toString()))
                .body("items[0].name", containsString("hourly 20"))
                .body("items[0].createdBy", nullValue());
        keep(backup);
        owner.patch(SCHEDULES + "/" + schedule, Map.of("name", "each hour"))
                .then()
                .statusCode(200);
        anHourPasses();
        storage.host().doesSnapshot(made(schedule, 2).getLast());
        keep(backups(schedule, 2).getLast());
        Eventually.rows(1, "select count(*) from backup where id = ? and status = 'DELETING'", backup);
        assertThat(backups(schedule, 2)).hasSize(2);
    }

    @Test
    void aBackupThatCannotBeMadeIsMadeUpForAndKeepsNoSnapshotFromBeingMade() {
        UUID schedule = hourly(Map.of("keepLast", 2, "backup", true));
        CountedRows.limit(owner.tenant(), CountedKind.BACKUPS, 0);
        anHourPasses();
        storage.host().doesSnapshot(made(schedule, 1).getLast());
        Eventually.found(
                "schedule " + schedule,
                () -> owner.get(SCHEDULES + "/" + schedule).path("failureReason"),
                reason -> String.valueOf(reason).contains(CountedKind.BACKUPS.label()));
        anHourPasses();
        storage.host().doesSnapshot(made(schedule, 2).getLast());
        CountedRows.limit(owner.tenant(), CountedKind.BACKUPS, 9);
        TestClock.forward(Duration.ofMinutes(6));
        assertThat(backups(schedule, 2)).hasSize(2);
        Eventually.found(
                "schedule " + schedule,
                () -> String.valueOf(owner.get(SCHEDULES + "/" + schedule).<Object>path("failureReason")),
                "null"::equals);
    }

    /** The host has left its bytes with the store. */
    private void keep(UUID backup) {
        Exported.leave(storage.host().export(backup).getLast().objectId(), 1);
        storage.host().doesExport(backup);
        Eventually.rows(1, "select count(*) from backup where id = ? and status = 'AVAILABLE'", backup);
    }

    private List<UUID> backups(UUID schedule, int count) {
        return madeOf("backup", schedule, count);
    }

    @Test
    void whatWasMissedIsMadeUpOnce() {
        UUID schedule = hourly(Map.of("keepDays", 1));
        Attached attached = Attached.made(storage, owner, disk, Guest.on(storage.host(), owner));
        anHourPasses();
        Eventually.found(
                "schedule " + schedule,
                () -> owner.get(SCHEDULES + "/" + schedule).path("failureReason"),
                reason -> String.valueOf(reason).contains("detach it"));
        TestClock.forward(Duration.ofHours(5));
        owner.delete("/v1/disk-attachments/" + attached.id()).then().statusCode(200);
        storage.host().doesAttachment(attached.id());
        Eventually.rows(1, "select count(*) from disk_attachment where id = ? and status = 'DETACHED'", attached.id());
        TestClock.forward(Duration.ofMinutes(6));
        storage.host().doesSnapshot(made(schedule, 1).getLast());
        owner.get(SCHEDULES + "/" + schedule).then().body("failureReason", nullValue());
        assertThat(Told.types(schedule))
                .containsExactly(
                        "storage.snapshot-schedule.created.v1",
                        "storage.snapshot-schedule.failed.v1",
                        "storage.snapshot-schedule.ran.v1");
        assertThat(made(schedule, 1)).hasSize(1);
    }

    @Test
    void ofADiskInCephTheyAreMadeAndBackedUpWhileAnInstanceWritesToIt() {
        UUID inCeph = storage.inCeph(owner, 1);
        Attached.made(storage, owner, inCeph, Guest.on(storage.host(), owner));
        UUID schedule = owner.made(of(inCeph), body(Map.of("keepLast", 1, "backup", true)));
        anHourPasses();
        UUID snapshot = made(schedule, 1).getLast();
        storage.host().doesSnapshot(snapshot);
        isIn(snapshot, "AVAILABLE");
        keep(backups(schedule, 1).getLast());
        owner.get("/v1/snapshots/" + snapshot).then().body("consistency", equalTo("CRASH_CONSISTENT"));
        owner.get(SCHEDULES + "/" + schedule).then().body("failureReason", nullValue());
    }

    @Test
    void theSnapshotToWhichTheNextBackupIsComparedStaysUntilThatIsMade() {
        UUID inCeph = storage.inCeph(owner, 1);
        UUID schedule = owner.made(of(inCeph), body(Map.of("keepLast", 1, "backup", true)));
        anHourPasses();
        UUID first = made(schedule, 1).getLast();
        storage.host().doesSnapshot(first);
        keep(backups(schedule, 1).getLast());
        anHourPasses();
        UUID second = made(schedule, 2).getLast();
        storage.host().doesSnapshot(second);
        UUID backup = backups(schedule, 2).getLast();
        assertThat(storage.host().export(backup).getLast().baseSnapshotId()).isEqualTo(first);
        isIn(first, "AVAILABLE");
        keep(backup);
        isIn(first, "DELETING");
        isIn(second, "AVAILABLE");
    }

    @Test
    void nothingIsMadeForATenantThatIsSuspended() {
        UUID schedule = hourly(Map.of("keepLast", 1));
        Senders.tenantIs(owner.tenant(), TenantStatus.SUSPENDED);
        anHourPasses();
        Eventually.rows(
                1,
                "select count(*) from reconcile_task where kind = 'snapshot-schedule' and id = ? and leased_until is null"
                        + " and due_at > ?::timestamptz",
                schedule,
                TestClock.now().toString());
        assertThat(Sql.asSuperuser("storage")
                        .number("select count(*) from disk_snapshot where schedule_id = ?", schedule))
                .isZero();
    }

    @Test
    void aScheduleGoesWithItsDisk() {
        UUID schedule = hourly(Map.of("keepLast", 1));
        owner.delete("/v1/disks/" + disk + "?now=true").then().statusCode(200);
        owner.post(of(disk), body(Map.of("keepLast", 1)))
                .then()
                .statusCode(409)
                .body("code", equalTo("DISK_IS_DELETING"));
        anHourPasses();
        Eventually.rows(1, "select count(*) from snapshot_schedule where id = ? and deleted_at is not null", schedule);
        assertThat(Told.types(schedule)).endsWith("storage.snapshot-schedule.deleted.v1");
    }

    @Test
    void aScheduleIsChangedPausedAndDeletedAndWhatItMadeStays() {
        UUID schedule = hourly(Map.of("keepLast", 1));
        anHourPasses();
        UUID snapshot = made(schedule, 1).getLast();
        String path = SCHEDULES + "/" + schedule;
        owner.patch(path, Map.of("isEnabled", false))
                .then()
                .statusCode(200)
                .body("isEnabled", equalTo(false))
                .body("nextAt", nullValue());
        owner.patch(path, Map.of("frequency", "DAILY")).then().statusCode(422).body("errors.field", hasItem("hour"));
        owner.delete(path).then().statusCode(200).body("deletedAt", notNullValue());
        owner.get(SCHEDULES + "?diskId=" + disk + "&deleted=only")
                .then()
                .body("items.id", contains(schedule.toString()));
        owner.get("/v1/snapshots?scheduleId=" + schedule).then().body("items.id", contains(snapshot.toString()));
        Person.fresh().get(path).then().statusCode(404);
        Person.fresh().post(of(disk), body(Map.of("keepLast", 1))).then().statusCode(404);
    }

    @Test
    void lessIsKeptByWhoeverMayDeleteSnapshotsAlone() {
        UUID schedule = hourly(Map.of("keepLast", 7));
        String role = Projects.role(
                owner.tenant(),
                Set.of(
                        new Permission(ResourceType.STORAGE, Action.READ),
                        new Permission(ResourceType.STORAGE, Action.UPDATE)));
        Person clerk = Projects.holding(owner.tenant(), Set.of(role), Set.of());
        clerk.patch(SCHEDULES + "/" + schedule, Map.of("name", "each hour"))
                .then()
                .statusCode(200);
        clerk.patch(SCHEDULES + "/" + schedule, Map.of("keepLast", 1)).then().statusCode(403);
        clerk.post(of(disk), body(Map.of("keepLast", 1))).then().statusCode(403);
    }

    @Test
    void projectsSeeTheSchedulesOfTheirOwnDisksAlone() {
        UUID tenant = UUID.randomUUID();
        Person seller = Projects.member(tenant, UserGroups.known(tenant));
        Person researcher = Projects.member(tenant, UserGroups.known(tenant));
        UUID sold = storage.available(seller, 1);
        UUID schedule = seller.made(of(sold), body(Map.of("keepLast", 1)));
        researcher.get(SCHEDULES + "/" + schedule).then().statusCode(404);
        researcher.post(of(sold), body(Map.of("keepLast", 1))).then().statusCode(404);
        seller.get(SCHEDULES).then().body("items.id", contains(schedule.toString()));
    }

    @Test
    void theListIsWatched() {
        try (EventStream stream = EventStream.of(owner, SCHEDULES + "/stream")) {
            stream.tells("changed", hourly(Map.of("keepLast", 1)));
        }
    }

    @Test
    void aTenantHasAsManySchedulesAsItsQuotaAllows() {
        CountedRows.areLimited(
                owner.tenant(),
                CountedKind.SNAPSHOT_SCHEDULES,
                () -> owner.post(of(disk), body(Map.of("keepLast", 1, "isEnabled", false))));
    }

    private static String of(UUID disk) {
        return "/v1/disks/" + disk + "/snapshot-schedules";
    }

    private static Map<String, Object> body(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of("name", "hourly", "frequency", "HOURLY"));
        body.putAll(more);
        return body;
    }

    private UUID hourly(Map<String, Object> retention) {
        return owner.made(of(disk), body(retention));
    }

    private static void anHourPasses() {
        TestClock.forward(Duration.ofHours(1));
    }

    /** So many that it had made, oldest first. */
    private List<UUID> made(UUID schedule, int count) {
        return madeOf("disk_snapshot", schedule, count);
    }

    private static List<UUID> madeOf(String table, UUID schedule, int count) {
        Eventually.rows(count, "select count(*) from " + table + " where schedule_id = ?", schedule);
        return Sql.asSuperuser("storage")
                .rows("select id from " + table + " where schedule_id = ? order by id", schedule)
                .stream()
                .map(row -> UUID.fromString(String.valueOf(row.get("id"))))
                .toList();
    }

    private void isIn(UUID snapshot, String status) {
        Eventually.found(
                "snapshot " + snapshot,
                () -> owner.get("/v1/snapshots/" + snapshot).path("status"),
                status::equals);
    }
}
