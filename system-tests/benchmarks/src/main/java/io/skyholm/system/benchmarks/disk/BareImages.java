package io.skyholm.system.benchmarks.disk;

import com.ceph.rados.IoCTX;
import com.ceph.rados.Rados;
import com.ceph.rbd.Rbd;
import com.ceph.rbd.RbdImage;
import io.skyholm.agent.pool.rbd.CephSettings;
import java.io.IOException;
import java.util.UUID;

/** The same by librbd alone, which keeps no account of what is whose. */
final class BareImages implements DiskWork {

    private static final long FEATURES = 1 | 4 | 8 | 16 | 32;
    private static final int OBJECT_BITS = 22;
    private static final long HEADER_BYTES = 4L << 20;
    private static final String BASE = "base";
    private static final String SNAPSHOT = "verified";

    private final Rados cluster;
    private final IoCTX io;
    private final Rbd rbd;

    BareImages(CephSettings settings) throws IOException {
        this.cluster = new Rados(settings.user());
        cluster.confSet("mon_host", String.join(",", settings.monitors()));
        cluster.confSet("key", settings.key());
        cluster.confSet("rbd_default_clone_format", "2");
        cluster.confSet("rbd_cache", "false");
        cluster.connect();
        this.io = cluster.ioCtxCreate(settings.pool());
        io.setNamespace(settings.namespace());
        this.rbd = new Rbd(io);
        rbd.create(BASE, DiskBenchmark.IMAGE_BYTES, FEATURES, OBJECT_BITS);
        with(BASE, image -> {
            image.write(new byte[DiskBenchmark.IMAGE_BYTES], 0, DiskBenchmark.IMAGE_BYTES);
            image.snapCreate(SNAPSHOT);
            image.snapProtect(SNAPSHOT);
        });
    }

    @Override
    public void create(UUID disk) throws IOException {
        rbd.create(disk.toString(), DiskBenchmark.SIZE, FEATURES, OBJECT_BITS);
    }

    @Override
    public void createFromImage(UUID disk) throws IOException {
        rbd.clone(BASE, SNAPSHOT, io, disk.toString(), FEATURES, OBJECT_BITS);
        with(disk.toString(), image -> image.resize(DiskBenchmark.SIZE));
    }

    /** Librbd's format: the header lies in the image, which is as much larger. */
    @Override
    public void createEncrypted(UUID disk) throws IOException {
        rbd.create(disk.toString(), DiskBenchmark.SIZE + HEADER_BYTES, FEATURES, OBJECT_BITS);
        with(disk.toString(), image -> RbdEncryption.format(image, DiskBenchmark.PASSPHRASE));
    }

    @Override
    public void openEncrypted(UUID disk) throws IOException {
        with(disk.toString(), image -> RbdEncryption.open(image, DiskBenchmark.PASSPHRASE));
    }

    @Override
    public void snapshot(UUID disk) throws IOException {
        with(disk.toString(), image -> image.snapCreate("moment"));
    }

    @Override
    public void removeSnapshot(UUID disk) throws IOException {
        with(disk.toString(), image -> image.snapRemove("moment"));
    }

    @Override
    public void remove(UUID disk) throws IOException {
        rbd.remove(disk.toString());
    }

    /** Does something with an open image. */
    private interface Use {

        void of(RbdImage image) throws IOException;
    }

    private void with(String name, Use use) throws IOException {
        RbdImage image = rbd.open(name);
        try {
            use.of(image);
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
