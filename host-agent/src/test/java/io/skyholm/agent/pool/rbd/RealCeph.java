package io.skyholm.agent.pool.rbd;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ceph.rados.IoCTX;
import com.ceph.rados.Rados;
import com.ceph.rbd.Rbd;
import com.ceph.rbd.RbdImage;
import com.sun.jna.Native;
import io.skyholm.agent.pool.ImageBytes;
import io.skyholm.agent.pool.ObjectDrafts;
import io.skyholm.local.BoundedWait;
import io.skyholm.local.ceph.CephFiles;
import io.skyholm.local.ceph.CephHosts;
import io.skyholm.local.ceph.CephKeys;
import io.skyholm.local.suite.Suite;
import io.skyholm.local.suite.TestPlatform;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A Ceph cluster on this machine, for as long as this process tests. */
public final class RealCeph {

    /** Tests on it run where this is true, and fail there if it cannot be had. */
    public static final String WANTED = "skyholm.real";

    static final String POOL = "disks";

    /** The storage pool for which pools are connected here. */
    public static final UUID ID = new UUID(7, 70);

    private static final Suite SUITE =
            TestPlatform.ofItsOwn("host-agent-ceph", "ceph-osd").suite();
    private static final Path FOLDER = SUITE.site().data().of("ceph");

    private RealCeph() {}

    static Suite suite() {
        return SUITE;
    }

    static Path folder() {
        return FOLDER;
    }

    /** A namespace in which there is nothing. */
    static CephSettings fresh() {
        String namespace = "test-" + UUID.randomUUID();
        try {
            String ignored = run("rbd", "namespace", "create", "--pool", POOL, "--namespace", namespace);
            return administrator(namespace);
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException("There is no namespace to test in", failure);
        }
    }

    /** A pool that is one host's alone, with a key that opens no other. */
    public static CephSettings poolOfItsOwn() {
        String pool = "pool-" + UUID.randomUUID();
        try {
            String ignored = run("ceph", "osd", "pool", "create", pool, "8") + run("rbd", "pool", "init", pool);
            String key = run(
                    "ceph",
                    "auth",
                    "get-or-create-key",
                    "client." + pool,
                    "mon",
                    "profile rbd",
                    "osd",
                    "profile rbd pool=" + pool);
            return new CephSettings(List.of(monitor()), key.strip(), pool, pool, "");
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException("There is no pool to test in", failure);
        }
    }

    static CephSettings administrator(String namespace) {
        return new CephSettings(List.of(monitor()), administratorsKey(), "admin", POOL, namespace);
    }

    static String monitor() {
        return new CephFiles(SUITE.site()).monitor();
    }

    static String administratorsKey() {
        return CephKeys.secretIn(FOLDER.resolve("client.admin.keyring"));
    }

    /** What a host is told that the launcher has let in. */
    static CephSettings host(String name) {
        String key = new CephHosts(new CephFiles(SUITE.site())).keyOf(name);
        return new CephSettings(List.of(monitor()), key, name, POOL, name);
    }

    /** A pool that has been told where it is. */
    public static RbdPool pool(CephSettings settings, ImageBytes images, ObjectDrafts objects) {
        return pool(settings, Duration.ofSeconds(20), images, objects);
    }

    static RbdPool pool(CephSettings settings, Duration patience, ImageBytes images, ObjectDrafts objects) {
        RbdPool pool = new RbdPool(settings.namespace(), patience, images, objects);
        pool.connect(ID, settings);
        return pool;
    }

    /** What is in a namespace, as somebody sees it who is no agent. */
    public static Seen seen(CephSettings settings) throws IOException {
        Rados cluster = new Rados(settings.user());
        cluster.confSet("mon_host", String.join(",", settings.monitors()));
        cluster.confSet("key", settings.key());
        cluster.connect();
        IoCTX io = cluster.ioCtxCreate(settings.pool());
        io.setNamespace(settings.namespace());
        return new Seen(cluster, io);
    }

    /** Runs one of Ceph's programs. */
    public static String run(String... command) throws IOException, InterruptedException {
        String[] whole = Arrays.copyOf(command, command.length + 2);
        whole[command.length] = "-c";
        whole[command.length + 1] = FOLDER.resolve("ceph.conf").toString();
        Process process = new ProcessBuilder(whole).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + output);
        }
        return output;
    }

    /** The images, the index and the bytes of a namespace. */
    public record Seen(Rados cluster, IoCTX io) implements AutoCloseable {

        RbdIndex index() {
            return new RbdIndex(io.getPointer());
        }

        RbdTrash trash() {
            return new RbdTrash(io.getPointer());
        }

        RbdImages images() {
            return new RbdImages(io);
        }

        public String imageOf(UUID disk) throws IOException {
            return index().find(RbdIndex.DISKS, disk).orElseThrow().image();
        }

        /** Which objects images have is not known any more; the next who writes finds that out. */
        void loseObjectMap() throws IOException {
            for (String object : io.listObjects()) {
                if (object.startsWith("rbd_object_map.")) {
                    io.remove(object);
                }
            }
        }

        /** Bytes that only snapshots had go a moment after these. */
        boolean hasNoBytesSoon() {
            return BoundedWait.waitUntil(() -> bytesAreGone(), Duration.ofSeconds(30));
        }

        private boolean bytesAreGone() {
            try {
                return Arrays.stream(io.listObjects()).noneMatch(object -> object.startsWith("rbd_data."));
            } catch (IOException failure) {
                throw new IllegalStateException("The objects cannot be listed", failure);
            }
        }

        void write(UUID disk, byte[] bytes, long at) throws IOException {
            images().open(imageOf(disk), image -> {
                image.write(bytes, at, bytes.length);
                return bytes;
            });
        }

        /** What RBD calls the objects of a disk's image by. */
        String idOf(UUID disk) throws IOException {
            return images().openReadOnly(imageOf(disk), image -> {
                byte[] id = new byte[256];
                CephErrors.check(Librbd.LIBRARY.rbd_get_id(image.getPointer(), id, id.length), "read an id");
                return Native.toString(id);
            });
        }

        /** Has a disk open for as long as something takes, and writes to it before and after. */
        public void writeAround(UUID disk, Runnable something) throws IOException {
            images().open(imageOf(disk), image -> {
                byte[] zeros = new byte[512];
                long last = image.stat().size - zeros.length;
                image.write(zeros, last, zeros.length);
                something.run();
                image.write(zeros, last, zeros.length);
                return zeros;
            });
        }

        public byte[] bytes(UUID disk) throws IOException {
            return images().open(imageOf(disk), image -> {
                byte[] bytes = new byte[(int) image.stat().size];
                int read = image.read(0, bytes, bytes.length);
                if (read != bytes.length) {
                    throw new IOException("read " + read + " bytes");
                }
                return bytes;
            });
        }

        public byte[] bytesOfSnapshot(UUID snapshot) throws IOException {
            IndexEntry entry = index().find(RbdIndex.SNAPSHOTS, snapshot).orElseThrow();
            Rbd rbd = new Rbd(io);
            RbdImage image = rbd.openReadOnly(entry.image(), snapshot.toString());
            try {
                byte[] bytes = new byte[(int) entry.sizeBytes()];
                int read = image.read(0, bytes, bytes.length);
                return Arrays.copyOf(bytes, Math.max(0, read));
            } finally {
                rbd.close(image);
            }
        }

        @Override
        public void close() {
            cluster.ioCtxDestroy(io);
            cluster.shutDown();
        }
    }
}
