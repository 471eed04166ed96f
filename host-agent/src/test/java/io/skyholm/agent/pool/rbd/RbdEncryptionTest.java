package io.skyholm.agent.pool.rbd;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.agent.pool.BytesTarget;
import io.skyholm.agent.pool.ImageFolder;
import io.skyholm.agent.pool.ObjectDraftFolder;
import io.skyholm.agent.pool.luks.DiskKeys;
import io.skyholm.agent.pool.luks.LuksDisk;
import io.skyholm.events.host.DiskSource;
import io.skyholm.events.storage.DiskFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Encrypted disks in Ceph: which bytes lie there, and that QEMU and librbd open them. */
@EnabledIfSystemProperty(named = RealCeph.WANTED, matches = "true")
class RbdEncryptionTest {

    private static final int SIZE = 12 << 20;
    private static final int KILLS = 6;
    private static final int MOST_CHANGES = 6;
    private static final long LONGEST_MICROS = 60_000;
    private static final DiskSource SOURCE = new DiskSource(UUID.randomUUID(), DiskFormat.RAW, "");
    private static final byte[] IMAGE = image();

    private final UUID disk = UUID.randomUUID();
    private final UUID snapshot = UUID.randomUUID();
    private final CephSettings settings = RealCeph.fresh();
    private final RealCeph.Seen seen = RealCeph.seen(settings);
    private final Path store;
    private RbdPool pool;

    RbdEncryptionTest(@TempDir Path store) throws IOException {
        this.store = store;
        this.pool = pool(settings, store);
    }

    private static RbdPool pool(CephSettings settings, Path store) {
        return RealCeph.pool(settings, RbdEncryptionTest::copy, new ObjectDraftFolder(store));
    }

    @AfterEach
    void close() {
        pool.close();
        seen.close();
    }

    @Test
    void othersReadTheBytesOfTheImageWithItsKeyAndNobodyFindsThemInCeph() throws Exception {
        pool.create(disk, SIZE, SOURCE, keys(1));
        pool.changeKey(disk, keys(1));
        byte[] lying = seen.bytes(disk);
        assertThat(lying).hasSize((int) LuksDisk.HEADER + SIZE);
        for (int at = 0; at + 16 <= IMAGE.length; at += 16) {
            int from = (int) LuksDisk.HEADER + at;
            assertThat(Arrays.equals(lying, from, from + 16, IMAGE, at, at + 16))
                    .as("16 bytes at %d", at)
                    .isFalse();
        }
        assertThat(readByQemu(disk, keys(1))).startsWith(IMAGE).hasSize(SIZE);
        assertThat(readByLibrbd(disk, keys(1))).startsWith(IMAGE).hasSize(SIZE);
        assertThat(convert(disk, keys(2), "driver=luks,key-secret=key,file.", ""))
                .isEmpty();
        pool.changeKey(disk, keys(2, 1));
        assertThat(convert(disk, keys(1), "driver=luks,key-secret=key,file.", ""))
                .isEmpty();
        assertThat(readByLibrbd(disk, keys(2))).startsWith(IMAGE);
        pool.remove(disk);
        assertThat(seen.hasNoBytesSoon()).isTrue();
    }

    /** A clone has the bytes of an image that another key opens, and a header of its own. */
    @Test
    void copiesAndRollbacksOfAnEncryptedDiskAreReadWithTheirOwnKeys() throws Exception {
        UUID copy = UUID.randomUUID();
        pool.create(disk, SIZE, SOURCE, keys(1));
        pool.changeKey(disk, keys(1));
        pool.takeSnapshot(snapshot, disk);
        pool.changeKey(disk, keys(2, 1));
        pool.createFrom(snapshot, copy, SIZE, keys(7, 1));
        pool.changeKey(copy, keys(7, 1));
        assertThat(readByQemu(copy, keys(7))).startsWith(IMAGE).hasSize(SIZE);
        assertThat(readByLibrbd(copy, keys(7))).startsWith(IMAGE).hasSize(SIZE);
        // Librbd itself cannot read what a clone with encryption has behind the end of its parent.
        UUID larger = UUID.randomUUID();
        pool.createFrom(snapshot, larger, 2 * SIZE, keys(8, 1));
        pool.changeKey(larger, keys(8, 1));
        assertThat(readByQemu(larger, keys(8))).startsWith(IMAGE).hasSize(2 * SIZE);
        assertThat(readByLibrbd(disk, keys(2))).startsWith(IMAGE);
        pool.restoreFrom(snapshot, disk, SIZE, 3);
        pool.changeKey(disk, keys(2, 1));
        assertThat(readByLibrbd(disk, keys(2))).startsWith(IMAGE).hasSize(SIZE);
        pool.removeSnapshot(snapshot);
        assertThat(readByLibrbd(copy, keys(7))).startsWith(IMAGE);
        assertThat(readByLibrbd(disk, keys(2))).startsWith(IMAGE);
    }

    @Test
    void whatIsNotEncryptedIsEncryptedWhenItIsCopiedAndWhatTheStoreIsLeftIsEncrypted() throws Exception {
        UUID copy = UUID.randomUUID();
        UUID object = UUID.randomUUID();
        pool.create(disk, SIZE, SOURCE);
        pool.takeSnapshot(snapshot, disk);
        pool.createFrom(snapshot, copy, SIZE, keys(1));
        pool.changeKey(copy, keys(1));
        assertThat(readByQemu(copy, keys(1))).isEqualTo(seen.bytes(disk));
        pool.exportDisk(UUID.randomUUID(), copy, object);
        Path draft = store.resolve("receiving").resolve(object.toString()).resolve("export");
        assertThat(Files.readAllBytes(draft)).isEqualTo(seen.bytes(copy));
        UUID restored = UUID.randomUUID();
        byte[] left = Files.readAllBytes(draft);
        pool.close();
        pool = RealCeph.pool(
                settings,
                (source, target, sizeBytes) -> target.write(ByteBuffer.wrap(left), 0),
                new ObjectDraftFolder(store));
        pool.create(restored, SIZE, new DiskSource(object, DiskFormat.RAW, "", true), keys(4, 1));
        pool.changeKey(restored, keys(4, 1));
        assertThat(readByLibrbd(restored, keys(4))).startsWith(IMAGE).hasSize(SIZE);
    }

    /** The key changes between the two, and with it the header, which is of the difference as everything else that changed. */
    @Test
    void theDifferenceOfTwoSnapshotsIsEncryptedAndADiskIsMadeOfItThatReadsAsTheLastDid() throws Exception {
        UUID full = UUID.randomUUID();
        UUID difference = UUID.randomUUID();
        byte[] written = new byte[70_000];
        new Random(2).nextBytes(written);
        pool.create(disk, SIZE, SOURCE, keys(1));
        pool.changeKey(disk, keys(1));
        pool.takeSnapshot(snapshot, disk);
        pool.export(full, snapshot, full);
        pool.changeKey(disk, keys(2, 1));
        write(disk, keys(2), written, 2 << 20);
        UUID last = UUID.randomUUID();
        pool.takeSnapshot(last, disk);
        byte[] lying = seen.bytesOfSnapshot(last);
        byte[] then = readByQemu(disk, keys(2));
        write(disk, keys(2), new byte[written.length], 0);
        pool.export(difference, last, snapshot, difference);
        assertThat(pool.differenceBytes(difference)).isBetween((long) written.length, SIZE / 2L);
        byte[] left = Files.readAllBytes(draft(difference));
        assertThat(left).hasSize((int) pool.differenceBytes(difference));
        assertThat(new String(left, ISO_8859_1)).doesNotContain(new String(written, 0, 16, ISO_8859_1));
        String sum = pool.exportedSha256(difference).orElseThrow();
        for (UUID object : List.of(full, difference)) {
            Path sealed = Files.createDirectories(store.resolve("sealed")).resolve(object.toString());
            assertThat(Files.move(draft(object).getParent(), sealed)).isDirectory();
        }
        pool.close();
        pool = RealCeph.pool(settings, new ImageFolder(store), new ObjectDraftFolder(store));
        UUID restored = UUID.randomUUID();
        pool.create(
                restored, SIZE, new DiskSource(full, DiskFormat.RAW, sum, true, List.of(difference)), keys(4, 2, 1));
        assertThat(seen.bytes(restored)).isEqualTo(lying);
        pool.changeKey(restored, keys(4, 2, 1));
        assertThat(readByQemu(restored, keys(4))).isEqualTo(then);
        assertThat(Arrays.copyOfRange(then, 2 << 20, (2 << 20) + written.length))
                .isEqualTo(written);
        assertThat(readByQemu(restored, keys(2))).isEmpty();
    }

    private Path draft(UUID object) {
        return store.resolve("receiving").resolve(object.toString()).resolve("export");
    }

    /** As a guest would. */
    private void write(UUID id, DiskKeys keys, byte[] bytes, long at) throws IOException {
        byte[] sectors = Arrays.copyOf(bytes, (bytes.length + 511) / 512 * 512);
        int written = seen.images().open(seen.imageOf(id), image -> new LuksDisk(new RbdBytes(image))
                .bytes(keys)
                .write(ByteBuffer.wrap(sectors), at));
        assertThat(written).isEqualTo(sectors.length);
    }

    @Test
    void anAgentThatIsKilledWhileItChangesAKeyLeavesADiskThatOneOfThemOpens() throws Exception {
        pool.close();
        for (int kill = 0; kill < KILLS; kill++) {
            UUID changed = new UUID(7, kill);
            int last = killWhileItChanges(changed);
            pool = pool(settings, store);
            assertThat(List.of(pool.isOpenedBy(changed, keys(last)), pool.isOpenedBy(changed, keys(last - 1))))
                    .as("one of the keys %d and %d opens it", last - 1, last)
                    .containsOnlyOnce(true);
            pool.changeKey(changed, keys(last, last - 1));
            assertThat(pool.isOpenedBy(changed, keys(last))).isTrue();
            assertThat(pool.isOpenedBy(changed, keys(last - 1))).isFalse();
            assertThat(readByLibrbd(changed, keys(last))).startsWith(IMAGE);
            pool.close();
        }
        pool = pool(settings, store);
    }

    private int killWhileItChanges(UUID changed) throws IOException, InterruptedException {
        Process changer = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Changer.class.getName(),
                        settings.monitors().getFirst(),
                        settings.key(),
                        settings.namespace(),
                        store.toString(),
                        changed.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = changer.inputReader()) {
            int last = 0;
            int wanted = ThreadLocalRandom.current().nextInt(2, MOST_CHANGES);
            while (last < wanted) {
                last = version(output.readLine(), last);
            }
            boolean ended =
                    changer.waitFor(ThreadLocalRandom.current().nextLong(LONGEST_MICROS), TimeUnit.MICROSECONDS);
            assertThat(ended).isFalse();
            // The process itself would close what it has still to say.
            assertThat(changer.toHandle().destroyForcibly()).isTrue();
            for (String more = output.readLine(); more != null; more = output.readLine()) {
                last = version(more, last);
            }
            return last;
        } finally {
            changer.destroyForcibly().waitFor();
        }
    }

    /** Between what it says is what it logs. */
    private static int version(@Nullable String line, int before) {
        assertThat(line).as("it goes on until it is killed").isNotNull();
        return line != null && line.startsWith(Changer.SAYS)
                ? Integer.parseInt(line.substring(Changer.SAYS.length()))
                : before;
    }

    /** Changes the key of a disk again and again; says to which before it does. */
    static final class Changer {

        static final String SAYS = "changes to ";

        private Changer() {}

        public static void main(String[] arguments) {
            CephSettings settings =
                    new CephSettings(List.of(arguments[0]), arguments[1], "admin", RealCeph.POOL, arguments[2]);
            RbdPool pool = pool(settings, Path.of(arguments[3]));
            UUID disk = UUID.fromString(arguments[4]);
            pool.create(disk, SIZE, SOURCE, keys(1));
            for (int version = 2; ; version++) {
                System.out.println(SAYS + version);
                pool.changeKey(disk, keys(version, version - 1));
            }
        }
    }

    /** QEMU encrypts by itself, and has the image as it is from librbd. */
    private byte[] readByQemu(UUID id, DiskKeys keys) throws IOException, InterruptedException {
        return convert(id, keys, "driver=luks,key-secret=key,file.", "");
    }

    /** Librbd encrypts. */
    private byte[] readByLibrbd(UUID id, DiskKeys keys) throws IOException, InterruptedException {
        return convert(id, keys, "", ",encrypt.format=luks,encrypt.key-secret=key");
    }

    /** Nothing if it cannot be opened. */
    private byte[] convert(UUID id, DiskKeys keys, String before, String after)
            throws IOException, InterruptedException {
        Path key = store.resolve("key");
        Path clear = store.resolve("clear");
        Files.writeString(key, keys.current());
        String prefix = before.isEmpty() ? "" : "file.";
        String image = before
                + String.join(
                        "," + prefix,
                        "driver=rbd",
                        "pool=" + RealCeph.POOL,
                        "namespace=" + settings.namespace(),
                        "image=" + seen.imageOf(id),
                        "conf=" + RealCeph.folder().resolve("ceph.conf"))
                + after;
        Process process = new ProcessBuilder(
                        "qemu-img",
                        "convert",
                        "--object",
                        "secret,id=key,file=" + key,
                        "--image-opts",
                        image,
                        "-O",
                        "raw",
                        clear.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            assertThat(said).contains("Invalid password");
            return new byte[0];
        }
        return Files.readAllBytes(clear);
    }

    private static DiskKeys keys(int version, int... former) {
        return new DiskKeys(
                version,
                passphrase(version),
                Arrays.stream(former).mapToObj(RbdEncryptionTest::passphrase).toList());
    }

    private static String passphrase(int version) {
        return Integer.toString(version).repeat(64);
    }

    /** With zeros in its midst. */
    private static byte[] image() {
        byte[] image = new byte[5 << 20];
        byte[] piece = new byte[1 << 20];
        new Random(1).nextBytes(piece);
        System.arraycopy(piece, 0, image, 0, piece.length);
        System.arraycopy(piece, 0, image, image.length - piece.length, piece.length);
        return image;
    }

    private static long copy(DiskSource source, BytesTarget target, long sizeBytes) throws IOException {
        int piece = 1 << 20;
        for (int at = 0; at < IMAGE.length; at += IMAGE.length - piece) {
            int written = target.write(ByteBuffer.wrap(IMAGE, at, piece), at);
            assertThat(written).isEqualTo(piece);
        }
        return IMAGE.length;
    }
}
