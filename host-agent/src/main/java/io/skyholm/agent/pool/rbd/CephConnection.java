package io.skyholm.agent.pool.rbd;

import com.ceph.rados.IoCTX;
import com.ceph.rados.Rados;
import com.ceph.rados.exceptions.RadosException;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The agent's connection to the part of a pool that is its host's, in which it is the only one. */
final class CephConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CephConnection.class);
    private static final Librados LIBRARY = Librados.LIBRARY;
    private static final String LOCK = "agent";

    /** Longer than any request that is under way could be. */
    private static final int SHUT_OUT_SECONDS = 3600;

    /** Longer than a machine stays cut off with a guest that goes on, which asks for its disks again when it is back. */
    private static final int GUEST_SHUT_OUT_SECONDS = 30 * 24 * 3600;

    private final Cluster cluster;
    private final IoCTX io;
    private final RbdIndex index;
    private final RbdImages images;
    private final RbdTrash trash;
    private final OtherClients others;

    private final CephSettings settings;

    /** rados-java keeps the pointer for itself. */
    private static final class Cluster extends Rados {

        Cluster(String user) {
            super(user);
        }

        Pointer pointer() {
            return clusterPtr;
        }
    }

    private CephConnection(Cluster cluster, IoCTX io, CephSettings settings) {
        this.cluster = cluster;
        this.io = io;
        this.index = new RbdIndex(io.getPointer());
        this.images = new RbdImages(io);
        this.trash = new RbdTrash(io.getPointer());
        this.others = new OtherClients(cluster.pointer(), io.getPointer());
        this.settings = settings;
    }

    /** What takes longer than that has failed. */
    static CephConnection open(CephSettings settings, Duration patience) throws IOException {
        Cluster cluster = new Cluster(settings.user());
        try {
            configure(cluster, settings, patience);
            cluster.connect();
            IoCTX io = cluster.ioCtxCreate(settings.pool());
            io.setNamespace(settings.namespace());
            LIBRARY.rados_set_pool_full_try(io.getPointer());
            CephConnection connection = new CephConnection(cluster, io, settings);
            connection.refuseWhatIsAnothers();
            connection.takeOver(settings.namespace());
            return connection;
        } catch (IOException | RuntimeException failure) {
            cluster.shutDown();
            throw failure;
        }
    }

    /** No file is read: what a host has of Ceph's files says nothing of where the platform has put its disks. */
    private static void configure(Rados cluster, CephSettings settings, Duration patience) throws IOException {
        String seconds = Long.toString(patience.toSeconds());
        cluster.confSet("mon_host", String.join(",", settings.monitors()));
        cluster.confSet("key", settings.key());
        cluster.confSet("log_file", "");
        cluster.confSet("log_to_stderr", "false");
        cluster.confSet("err_to_stderr", "false");
        cluster.confSet("client_mount_timeout", seconds);
        cluster.confSet("rados_mon_op_timeout", seconds);
        cluster.confSet("rados_osd_op_timeout", seconds);
        // A request that has no answer for that long has the client ask where the stores of objects are now. Those that
        // are given up before, as they would be
        // with what Ceph takes otherwise, never do: one that was killed and is back elsewhere would not be found again.
        cluster.confSet("objecter_timeout", "1");
        cluster.confSet("objecter_tick_interval", "1");
        // Children know their parents, and snapshots need not be protected from being removed while they have some.
        cluster.confSet("rbd_default_clone_format", "2");
        // What was written is there when the call returns.
        cluster.confSet("rbd_cache", "false");
    }

    /** As the cluster calls it. */
    String pool() {
        return settings.pool();
    }

    /** By which others connect as this host does. */
    CephSettings settings() {
        return settings;
    }

    RbdIndex index() {
        return index;
    }

    RbdImages images() {
        return images;
    }

    RbdTrash trash() {
        return trash;
    }

    /** Where all of a pool is to be a host's, it may have been another's: nobody begins an index there by which its disks would belong to nothing, and go. */
    private void refuseWhatIsAnothers() throws IOException {
        if (settings.namespace().isEmpty()
                && !isBegun()
                && Stream.concat(images.names().stream(), trash.halfRemoved().stream())
                        .anyMatch(Names::isOurs)) {
            throw new RadosException("begin an index", CephErrors.ANOTHERS);
        }
    }

    private boolean isBegun() throws IOException {
        try {
            return io.stat(RbdIndex.OBJECT) != null;
        } catch (RadosException failure) {
            if (failure.getReturnValue() == CephErrors.NOT_THERE) {
                return false;
            }
            throw failure;
        }
    }

    /**
     * A host has one agent: whoever else has the lock is dead or about to be, and is shut out first, so that nothing it has sent arrives later and
     * nobody waits for its locks of images to expire.
     */
    private void takeOver(String host) throws IOException {
        String cookie = UUID.randomUUID().toString();
        int locked = lock(cookie, host);
        while (locked == CephErrors.BUSY) {
            shutOutPredecessors();
            locked = lock(cookie, host);
        }
        CephErrors.check(locked, "lock the index");
    }

    private int lock(String cookie, String host) {
        return LIBRARY.rados_lock_exclusive(
                io.getPointer(), RbdIndex.OBJECT, LOCK, cookie, "the agent of " + host, null, (byte) 0);
    }

    private void shutOutPredecessors() throws IOException {
        for (OtherClients.Locker agent : others.lockers(RbdIndex.OBJECT, LOCK)) {
            others.shutOut(agent.address(), SHUT_OUT_SECONDS);
            others.breakLock(RbdIndex.OBJECT, LOCK, agent);
            LOG.info("The agent at {}, which had this host's disks before, is shut out", agent.address());
        }
    }

    /**
     * Whoever else has an image open cannot write to it any more. RBD alone would not see to that: who wants to write asks the one who may to let go, and is let by one
     * that is alive, and so on in turns.
     */
    void shutOthersOut(String image) throws IOException {
        for (String address : others.writers(images, image)) {
            others.shutOut(address, GUEST_SHUT_OUT_SECONDS);
            LOG.warn("The client at {}, which still had image {} open, is shut out", address, image);
        }
    }

    /** The lock stays: the next agent takes it over as from one that was killed. */
    @Override
    public void close() {
        cluster.ioCtxDestroy(io);
        cluster.shutDown();
    }
}
