package io.skyholm.system.disks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Customer;
import io.skyholm.system.suite.DataDisks;
import io.skyholm.system.suite.ExtraHost;
import io.skyholm.system.suite.HostInCeph;
import io.skyholm.system.suite.RealCeph;
import io.skyholm.system.suite.RunningSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk in Ceph is moved to files and back, backed up twice, the second time what has changed, given to another tenant and restored there, always with
 * the same bytes; and nothing of all that is left in the end, whoever is killed meanwhile: storage, the agents, Ceph's store.
 */
class ADiskPassesThroughCephJourney {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final int WRITTEN = (3 << 20) + 1;
    private static final int FAR = 700 << 20;
    private static final int NEAR = 100 << 20;

    /** More than any other pool has free, so that disks that may be anywhere come here. */
    private static final int ROOM_GB = 5000;

    private final int number = ExtraHost.freshNumber();
    private final Api operator = RunningSuite.as(RunningSuite.administrator());
    private final Customer giver = Customer.join(operator);
    private final Customer receiver = Customer.join(operator);
    private final DataDisks disks = new DataDisks(operator, giver.api());
    private final DataDisks given = new DataDisks(operator, receiver.api());
    private final Path folder;

    ADiskPassesThroughCephJourney(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void itsBytesStayTheSameAndNothingIsLeft() throws IOException {
        try (RealCeph ceph = RealCeph.of("host-" + number);
                HostInCeph host = HostInCeph.joined(ceph, operator, number, "ceph-" + UUID.randomUUID(), Map.of())) {
            host.connects(ceph.place());
            operator.patch("/v1/storage-pools/" + host.pool(), Map.of("capacityGb", ROOM_GB))
                    .expecting(200);
            live(ceph, host);
        }
    }

    private void live(RealCeph ceph, HostInCeph host) throws IOException {
        String disk = disks.make(Map.of());
        disks.isIn("/v1/disks/" + disk, "AVAILABLE");
        isIn(host, disks, disk);
        byte[] bytes = new byte[WRITTEN];
        new Random(1).nextBytes(bytes);
        ceph.write(UUID.fromString(disk), bytes, FAR);
        String sum = inCeph(ceph, disk);
        leavesAndComesBack(ceph, host, disk, sum);
        String first = taken(disk);
        String base = backedUp(first, sum, () -> {});
        new Random(2).nextBytes(bytes);
        ceph.write(UUID.fromString(disk), bytes, NEAR);
        String changed = inCeph(ceph, disk);
        String second = taken(disk);
        String backup = backedUp(second, changed, () -> {
            ceph.without("ceph-osd", host::crash);
            RunningSuite.crash("storage");
        });
        standsOn(backup, base);
        forgets(first, second);
        isGiven(disk);
        String restored = given.make(Map.of("sourceBackupId", backup));
        ceph.without("ceph-osd", host::crash);
        given.isIn("/v1/disks/" + restored, "AVAILABLE");
        isIn(host, given, restored);
        assertThat(inCeph(ceph, restored)).isEqualTo(changed);

        receiver.api().delete("/v1/backups/" + backup).expecting(200);
        receiver.api().delete("/v1/disks/" + disk + "?now=true").expecting(200);
        receiver.api().delete("/v1/disks/" + restored + "?now=true").expecting(200);
        RunningSuite.crash("storage");
        given.isIn("/v1/backups/" + backup, "DELETED");
        given.isIn("/v1/backups/" + base, "DELETED");
        given.isIn("/v1/disks/" + disk, "DELETED");
        given.isIn("/v1/disks/" + restored, "DELETED");
        // What a disk was restored from is kept for others until the agent starts.
        host.crash();
        ceph.isEmptySoon();
        RunningSuite.booksAgree(ceph.listing(), TIMEOUT);
    }

    private void leavesAndComesBack(RealCeph ceph, HostInCeph host, String disk, String sum) throws IOException {
        String path = "/v1/disks/" + disk;
        disks.owner().post(path + "/move", Map.of()).expecting(200);
        host.crash();
        RunningSuite.crash("storage");
        isMoved(path);
        Path file = disks.fileOf(disk);
        assertThat(DataDisks.digest(file)).isEqualTo(sum);
        ceph.isEmptySoon();

        disks.owner().post(path + "/move", Map.of()).expecting(200);
        RunningSuite.crash("host-agent");
        ceph.without("ceph-osd", host::crash);
        isMoved(path);
        isIn(host, disks, disk);
        assertThat(inCeph(ceph, disk)).isEqualTo(sum);
        assertThat(file).doesNotExist();
    }

    private void isMoved(String path) {
        Eventually.until(TIMEOUT, () -> {
            JsonNode seen = disks.owner().get(path).body();
            return seen.path("status").asText().equals("AVAILABLE") && !seen.has("moveStep");
        });
    }

    private String taken(String disk) {
        String snapshot = disks.owner()
                .post("/v1/disks/" + disk + "/snapshots", Map.of("name", "before"))
                .expecting(201)
                .text("id");
        disks.isIn("/v1/snapshots/" + snapshot, "AVAILABLE");
        return snapshot;
    }

    private String backedUp(String snapshot, String sum, Runnable meanwhile) {
        Api owner = disks.owner();
        String backup = owner.post("/v1/snapshots/" + snapshot + "/backups", Map.of("name", "before"))
                .expecting(201)
                .text("id");
        meanwhile.run();
        disks.isIn("/v1/backups/" + backup, "AVAILABLE");
        assertThat(owner.get("/v1/backups/" + backup).expecting(200).text("checksumSha256"))
                .isEqualTo(sum);
        return backup;
    }

    /** Only what has changed since is stored of it, and what it stands on stays though it is deleted. */
    private void standsOn(String backup, String base) {
        Api owner = disks.owner();
        assertThat(owner.get("/v1/backups/" + backup).expecting(200).text("baseBackupId"))
                .isEqualTo(base);
        JsonNode deleted = owner.delete("/v1/backups/" + base).expecting(200).body();
        assertThat(deleted.path("status").asText()).isEqualTo("DELETING");
        assertThat(deleted.path("keptForOthers").asBoolean()).isTrue();
    }

    private void forgets(String... snapshots) {
        for (String snapshot : snapshots) {
            disks.owner().delete("/v1/snapshots/" + snapshot).expecting(200);
            disks.isIn("/v1/snapshots/" + snapshot, "DELETED");
        }
    }

    /** Its backups go along. */
    private void isGiven(String disk) {
        String offer = "/v1/storage-transfers/"
                + giver.api()
                        .post(
                                "/v1/storage-transfers",
                                Map.of("resourceType", "DISK", "resourceId", disk, "toTenantId", receiver.tenantId()))
                        .expecting(201)
                        .text("id");
        RunningSuite.crash("storage");
        receiver.api().post(offer + "/accept", Map.of()).expecting(200);
        RunningSuite.crash("storage");
        Eventually.until(
                TIMEOUT,
                () -> receiver.api().get("/v1/disks/" + disk).status() == 200
                        && giver.api().get("/v1/disks/" + disk).status() == 404);
    }

    private static void isIn(HostInCeph host, DataDisks disks, String disk) {
        assertThat(disks.poolOf(disk).path("id").asText()).isEqualTo(host.pool().toString());
    }

    /** The SHA-256 of what it has there, as somebody reads it who is no agent. */
    private String inCeph(RealCeph ceph, String disk) throws IOException {
        Path file = ceph.export(UUID.fromString(disk), folder.resolve(UUID.randomUUID() + ".raw"));
        try {
            return DataDisks.digest(file);
        } finally {
            Files.delete(file);
        }
    }
}
