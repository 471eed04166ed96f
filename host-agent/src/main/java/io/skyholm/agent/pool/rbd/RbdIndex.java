package io.skyholm.agent.pool.rbd;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.jna.Pointer;
import io.skyholm.agent.pool.CheckNote;
import io.skyholm.events.EventJson;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which image is which disk, which snapshot and which base: the keys and values of one object. One read finds one or a thousand, and one write
 * makes another image a disk's, for all who look, at one moment.
 */
final class RbdIndex {

    static final String OBJECT = "skyholm.index";
    static final String DISKS = "disk/";
    static final String SNAPSHOTS = "snapshot/";
    static final String BASES = "base/";

    /** What is noted of the bytes of snapshots that are left with the object store; it needs no image. */
    static final String EXPORTS = "export/";

    /** What the last check of a disk has found. */
    private static final String CHECKS = "check/";

    private static final Librados LIBRARY = Librados.LIBRARY;

    /** A full pool refuses at once what would make it fuller, and takes what frees room. */
    private static final int REFUSE_WHEN_FULL = 64;

    private static final int EVEN_WHEN_FULL = 128;

    private final Pointer io;
    private final ObjectPairs pairs;

    /** The object is there: who opens the pool locks it. */
    RbdIndex(Pointer io) {
        this.io = io;
        this.pairs = new ObjectPairs(io, OBJECT);
    }

    Optional<IndexEntry> find(String kind, UUID id) throws IOException {
        return value(kind, id).map(RbdIndex::entry);
    }

    private Optional<byte[]> value(String kind, UUID id) throws IOException {
        try (Strings key = new Strings(List.of(kind + id))) {
            byte[] found = pairs.read((operation, entries, result) -> LIBRARY.rados_read_op_omap_get_vals_by_keys2(
                            operation, key.addresses(), 1, key.lengths(), entries, result))
                    .get(kind + id);
            return Optional.ofNullable(found);
        }
    }

    /** All of a kind. */
    Map<UUID, IndexEntry> all(String kind) throws IOException {
        Map<UUID, IndexEntry> all = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> one : pairs.all(kind).entrySet()) {
            all.put(UUID.fromString(one.getKey().substring(kind.length())), entry(one.getValue()));
        }
        return all;
    }

    private static IndexEntry entry(byte[] value) {
        return EventJson.read(new String(value, UTF_8), IndexEntry.class);
    }

    void put(String kind, UUID id, IndexEntry entry) throws IOException {
        put(kind, id, entry, REFUSE_WHEN_FULL);
    }

    /** The same for one that is about to be removed. */
    void putLast(String kind, UUID id, IndexEntry entry) throws IOException {
        put(kind, id, entry.whole(false), EVEN_WHEN_FULL);
    }

    Optional<CheckNote> check(UUID disk) throws IOException {
        return value(CHECKS, disk).map(value -> EventJson.read(new String(value, UTF_8), CheckNote.class));
    }

    /** The disks of whose checks something is noted. */
    Set<UUID> checks() throws IOException {
        Set<UUID> disks = new HashSet<>();
        pairs.all(CHECKS).keySet().forEach(key -> disks.add(UUID.fromString(key.substring(CHECKS.length()))));
        return disks;
    }

    /** Also in a pool that is full: it says little, and not for long. */
    void putCheck(UUID disk, CheckNote note) throws IOException {
        put(CHECKS, disk, note, EVEN_WHEN_FULL);
    }

    void removeCheck(UUID disk) throws IOException {
        remove(CHECKS, disk);
    }

    private void put(String kind, UUID id, Object what, int flags) throws IOException {
        try (Strings key = new Strings(List.of(kind + id));
                Strings value = new Strings(List.of(EventJson.write(what)))) {
            write(
                    flags,
                    operation -> LIBRARY.rados_write_op_omap_set2(
                            operation, key.addresses(), value.addresses(), key.lengths(), value.lengths(), 1));
        }
    }

    void remove(String kind, UUID id) throws IOException {
        try (Strings key = new Strings(List.of(kind + id))) {
            write(
                    EVEN_WHEN_FULL,
                    operation -> LIBRARY.rados_write_op_omap_rm_keys2(operation, key.addresses(), key.lengths(), 1));
        }
    }

    /** Adds something to an operation. */
    private interface WriteStep {

        void addTo(Pointer operation);
    }

    private void write(int flags, WriteStep step) throws IOException {
        Pointer operation = LIBRARY.rados_create_write_op();
        try {
            step.addTo(operation);
            CephErrors.check(LIBRARY.rados_write_op_operate2(operation, io, OBJECT, null, flags), "write the index");
        } finally {
            LIBRARY.rados_release_write_op(operation);
        }
    }

    /** The names of all images that something in it refers to. */
    Set<String> images() throws IOException {
        Set<String> images = new HashSet<>();
        for (String kind : List.of(DISKS, SNAPSHOTS, BASES)) {
            all(kind).values().forEach(entry -> images.add(entry.image()));
        }
        return images;
    }
}
