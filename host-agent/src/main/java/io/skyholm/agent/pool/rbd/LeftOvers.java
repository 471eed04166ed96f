package io.skyholm.agent.pool.rbd;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Images that no disk needs any more: what a killed predecessor left, what was replaced, and what could not be removed when it should have been. */
final class LeftOvers {

    private static final Logger LOG = LoggerFactory.getLogger(LeftOvers.class);

    /** Images that could not be removed yet. */
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();

    /** Whether one of them could not be removed when it was looked at last. */
    private final AtomicBoolean areStuck = new AtomicBoolean();

    /** It is removed when somebody looks the next time. */
    void add(String image) {
        waiting.add(image);
    }

    /**
     * Once more those that could not be removed before. Whoever was not answered may have made one that the index names after all: that is somebody's disk, or
     * what disks share.
     */
    void remove(CephConnection ceph) throws IOException {
        List<String> images = List.copyOf(waiting);
        if (images.isEmpty()) {
            return;
        }
        Set<String> named = ceph.index().images();
        for (String image : images) {
            waiting.remove(image);
            if (!named.contains(image)) {
                removeOrWait(ceph, image);
            }
        }
    }

    /** What a predecessor has left that was killed. */
    void sweep(CephConnection ceph) throws IOException {
        for (String image : ceph.trash().halfRemoved()) {
            if (Names.isOurs(image)) {
                LOG.info("Image {} is half removed, and goes", image);
                removeOrWait(ceph, image);
            }
        }
        Set<String> named = ceph.index().images();
        for (String image : ceph.images().names()) {
            if (Names.isOurs(image) && !named.contains(image)) {
                LOG.info("Image {} belongs to nothing, and is removed", image);
                removeOrWait(ceph, image);
            }
        }
        Set<String> current = new HashSet<>();
        ceph.index().all(RbdIndex.DISKS).values().forEach(entry -> current.add(entry.image()));
        for (IndexEntry snapshot : ceph.index().all(RbdIndex.SNAPSHOTS).values()) {
            if (!current.contains(snapshot.image())) {
                letGo(ceph, snapshot);
            }
        }
    }

    /** One that cannot be removed now keeps nobody from the disks. */
    private void removeOrWait(CephConnection ceph, String image) {
        try {
            boolean isRemoved = ceph.images().remove(image);
            if (!isRemoved && Names.isOfBase(image)) {
                BaseImages.remove(ceph, image);
            }
        } catch (IOException failure) {
            LOG.warn("Image {} cannot be removed yet: {}", image, failure.getMessage());
            waiting.add(image);
            areStuck.set(true);
        }
    }

    /** Whether some could not be removed when they were looked at last; whoever asks does something about it. */
    boolean areStuck() {
        return areStuck.getAndSet(false);
    }

    /** What it was let go for has been done: what is left can be removed later. */
    void letGo(CephConnection ceph, IndexEntry entry) {
        try {
            removeOrEmpty(ceph, entry);
        } catch (IOException failure) {
            LOG.warn("Image {} cannot be removed yet: {}", entry.image(), failure.getMessage());
            waiting.add(entry.image());
        }
    }

    /**
     * An image with snapshots stays for their sake, without any bytes that they do not have. One that shares bytes with another has to keep its
     * size: when it gets all of them, it gets those of its snapshots only as far as it reaches itself.
     */
    static void removeOrEmpty(CephConnection ceph, IndexEntry entry) throws IOException {
        if (!ceph.images().remove(entry.image()) && entry.depth() == 0) {
            ceph.images().empty(entry.image());
        }
    }
}
