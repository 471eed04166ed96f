package io.skyholm.system.disks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.client.ApiClient;
import io.skyholm.client.ApiException;
import io.skyholm.client.api.DiskAttachmentsApi;
import io.skyholm.client.api.DiskSnapshotsApi;
import io.skyholm.client.api.DisksApi;
import io.skyholm.client.api.InstancesApi;
import io.skyholm.client.api.QuotasApi;
import io.skyholm.client.api.StoragePoolsApi;
import io.skyholm.client.model.AttachDisk;
import io.skyholm.client.model.CreateDisk;
import io.skyholm.client.model.CreateInstance;
import io.skyholm.client.model.CreateSnapshot;
import io.skyholm.client.model.DiskAttachmentStatus;
import io.skyholm.client.model.DiskSnapshotStatus;
import io.skyholm.client.model.DiskStatus;
import io.skyholm.client.model.DiskType;
import io.skyholm.client.model.GrowDisk;
import io.skyholm.client.model.MountMode;
import io.skyholm.client.model.Operation;
import io.skyholm.client.model.PrivateDataDisk;
import io.skyholm.client.model.RollBackDisk;
import io.skyholm.client.model.StoragePool;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.ClientCloud;
import io.skyholm.system.suite.ClientImages;
import io.skyholm.system.suite.Customer;
import io.skyholm.system.suite.ExtraHost;
import io.skyholm.system.suite.GeneratedClient;
import io.skyholm.system.suite.GeneratedClient.Call;
import io.skyholm.system.suite.HostInCeph;
import io.skyholm.system.suite.RealCeph;
import io.skyholm.system.suite.RunningSuite;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * On a host whose pool is in Ceph an image becomes a boot disk that shares its bytes, a data disk is attached, grown, copied, written over and rolled
 * back, and nothing of all that is left in the end, whoever is killed: storage, the agent, Ceph's store, Ceph's monitor.
 */
class DisksAreInCephJourney {

    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final long GIB = 1L << 30;
    private static final int MIB = 1 << 20;
    private static final int FAR = 700 * MIB;

    private final int number = ExtraHost.freshNumber();
    private final Api operator = RunningSuite.as(RunningSuite.administrator());
    private final ApiClient client = GeneratedClient.as(Customer.join(operator).api());
    private final ClientCloud cloud = ClientCloud.of(client);
    private final InstancesApi instances = new InstancesApi(client);
    private final DisksApi disks = new DisksApi(client);
    private final DiskSnapshotsApi snapshots = new DiskSnapshotsApi(client);
    private final DiskAttachmentsApi attachments = new DiskAttachmentsApi(client);

    private final Path folder;

    DisksAreInCephJourney(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void nothingIsLostAndNothingIsLeftThoughTheAgentAndCephAreKilled() throws IOException {
        try (RealCeph ceph = RealCeph.of("host-" + number)) {
            String tag = "ceph-" + UUID.randomUUID();
            try (HostInCeph host = HostInCeph.joined(ceph, operator, number, tag, Map.of())) {
                live(ceph, host, tag);
            }
        }
    }

    private void live(RealCeph ceph, HostInCeph host, String tag) throws IOException {
        Map<String, Long> before = used();
        assertThat(before).containsKeys("dataDisks", "dataDiskGb", "diskSnapshots", "diskSnapshotGb", "imageGb");
        byte[] bytes = random(0, 3 * MIB);
        ClientImages images = new ClientImages(client);
        images.refusesOtherBytes(bytes);
        ClientImages.Version version = images.uploadedInTwo(bytes, () -> RunningSuite.crash("storage"));

        host.crash();
        host.connects(ceph.placeWithAWrongKey(), "ERROR", "Ceph does not accept the key of this host");
        host.crash();
        host.connects(ceph.place());
        Operation asked = Eventually.get(TIMEOUT, () -> instance(tag, version.id()));
        UUID instance = cloud.succeeded(() -> asked).getResourceId();
        UUID boot = bootDisk(instance);
        assertThat(ceph.about(ceph.imageOf(boot))).contains("\"parent\"", "\"image\":\"base.");
        begins(ceph.export(boot, file()), bytes);

        UUID disk = Call.to(() -> disks.disksCreate(
                        new CreateDisk()
                                .name("orders")
                                .edgeDataCenterId(cloud.instance(instance).getEdgeDataCenterId())
                                .diskType(DiskType.SSD)
                                .nearInstanceId(instance)
                                .sizeGb(1),
                        null,
                        null,
                        null))
                .getId();
        host.crash();
        isIn(disk, DiskStatus.AVAILABLE);
        assertThat(pool(disk).getId()).isEqualTo(pool(boot).getId());
        attachAndDetach(disk, instance);
        host.connects(ceph.placeWithANewKey());
        host.crash();
        ceph.without(
                "ceph-osd", () -> Call.to(() -> disks.disksGrow(disk, new GrowDisk().sizeGb(2), null, null, null)));
        isIn(disk, DiskStatus.AVAILABLE);
        assertThat(pool(disk).getAllocatedGb()).isEqualTo(3);

        ceph.write(disk, random(1, 3 * MIB + 1), 0);
        ceph.write(disk, random(2, MIB), FAR);
        Path first = ceph.export(disk, file());
        assertThat(Files.size(first)).isEqualTo(2 * GIB);
        UUID snapshot = snapshotOf(disk, ceph);
        isSame(ceph.export(disk, snapshot, file()), first);
        ceph.write(disk, random(3, 5 * MIB), MIB);
        assertThat(Files.mismatch(ceph.export(disk, file()), first)).isBetween((long) MIB, MIB + 9L);
        rolledBack(disk, snapshot, ceph, host);
        isSame(ceph.export(disk, file()), first);

        cloud.succeeded(() -> instances.instancesDelete(instance, null, null, null));
        Call.to(() -> snapshots.snapshotsDelete(snapshot, null, null, null));
        host.crash();
        isIn(boot, DiskStatus.DELETED);
        snapshotIs(snapshot, DiskSnapshotStatus.DELETED);
        Call.to(() -> disks.disksDelete(
                DisksApi.APIDisksDeleteRequest.newBuilder().id(disk).now(true).build()));
        ceph.without("ceph-osd", host::crash);
        isIn(disk, DiskStatus.DELETED);
        images.delete(version);
        String left = ceph.leftImage();
        ceph.lock(left);
        assertThatThrownBy(() -> RunningSuite.booksAgree(ceph.listing(), Duration.ZERO))
                .hasMessageContaining("ceph-images")
                .hasMessageContaining("ceph-open: [hostname=host-" + number + " name=" + left + " kind=lock");
        ceph.unlock(left);
        host.crash();
        ceph.isEmptySoon();
        assertThat(pool(disk).getAllocatedGb()).isZero();
        Eventually.until(TIMEOUT, () -> used().equals(before));
        RunningSuite.booksAgree(ceph.listing(), TIMEOUT);
    }

    /** Asked for on that host; nothing as long as compute has not heard of the version. */
    private @Nullable Operation instance(String tag, UUID version) {
        try {
            return instances.instancesCreate(
                    new CreateInstance()
                            .name("i-" + UUID.randomUUID())
                            .cpuCores(1)
                            .memoryGb(1)
                            .storageGb(1)
                            .hostTags(List.of(tag))
                            .imageVersionId(version),
                    null,
                    null,
                    null);
        } catch (ApiException refused) {
            return null;
        }
    }

    private void attachAndDetach(UUID disk, UUID instance) {
        UUID attachment = Call.to(() -> attachments.disksAttachmentsCreate(
                        disk,
                        new AttachDisk()
                                .instanceId(instance)
                                .mountPath("/srv/orders")
                                .mountMode(MountMode.RW),
                        null,
                        null,
                        null))
                .getId();
        is(DiskAttachmentStatus.ATTACHED, () -> Call.to(() -> attachments.diskAttachmentsGet(attachment, null))
                .getStatus());
        Call.to(() -> attachments.diskAttachmentsDelete(attachment, null, null, null));
        is(DiskAttachmentStatus.DETACHED, () -> Call.to(() -> attachments.diskAttachmentsGet(attachment, null))
                .getStatus());
    }

    private UUID snapshotOf(UUID disk, RealCeph ceph) {
        UUID[] snapshot = new UUID[1];
        ceph.without(
                "ceph-mon",
                () -> snapshot[0] = Call.to(() -> snapshots.disksSnapshotsCreate(
                                disk, new CreateSnapshot().name("before"), null, null, null))
                        .getId());
        snapshotIs(snapshot[0], DiskSnapshotStatus.AVAILABLE);
        return snapshot[0];
    }

    private void rolledBack(UUID disk, UUID snapshot, RealCeph ceph, HostInCeph host) {
        ceph.without("ceph-osd", () -> {
            Call.to(() -> disks.disksRollBack(disk, new RollBackDisk().snapshotId(snapshot), null, null, null));
            host.crash();
        });
        isIn(disk, DiskStatus.AVAILABLE);
    }

    /** What counts against the customer's quotas. */
    private Map<String, Long> used() {
        return Call.to(() -> new QuotasApi(client).quotasGet((UUID) null, null)).getLimits().stream()
                .flatMap(limit -> Stream.ofNullable(limit.getUsed().getCounts()))
                .flatMap(counts -> counts.entrySet().stream())
                .filter(count -> count.getKey().matches("(data|disk|image|snapshot).*"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Math::max));
    }

    private UUID bootDisk(UUID instance) {
        List<PrivateDataDisk> booted = Call.to(() -> disks.disksList(DisksApi.APIDisksListRequest.newBuilder()
                        .bootInstanceId(instance)
                        .build()))
                .getItems();
        assertThat(booted).hasSize(1);
        return booted.getFirst().getId();
    }

    private PrivateDataDisk disk(UUID id) {
        return Call.to(() -> disks.disksGet(id, null));
    }

    private StoragePool pool(UUID disk) {
        UUID pool = disk(disk).getStoragePoolId();
        return Call.to(() -> new StoragePoolsApi(GeneratedClient.as(operator)).storagePoolsGet(pool, null));
    }

    private void isIn(UUID disk, DiskStatus status) {
        try {
            is(status, () -> disk(disk).getStatus());
        } catch (AssertionError late) {
            throw new AssertionError("It is not " + status + ": " + disk(disk), late);
        }
    }

    private void snapshotIs(UUID snapshot, DiskSnapshotStatus status) {
        is(status, () -> Call.to(() -> snapshots.snapshotsGet(snapshot, null)).getStatus());
    }

    private static <T> void is(T status, Supplier<T> now) {
        Eventually.until(TIMEOUT, () -> now.get().equals(status));
    }

    private Path file() {
        return folder.resolve(UUID.randomUUID() + ".raw");
    }

    private static void isSame(Path one, Path other) throws IOException {
        assertThat(Files.mismatch(one, other)).isEqualTo(-1);
    }

    private static void begins(Path file, byte[] bytes) throws IOException {
        assertThat(Files.size(file)).isEqualTo(GIB);
        try (InputStream disk = Files.newInputStream(file)) {
            assertThat(disk.readNBytes(bytes.length)).isEqualTo(bytes);
        }
    }

    private static byte[] random(int seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
