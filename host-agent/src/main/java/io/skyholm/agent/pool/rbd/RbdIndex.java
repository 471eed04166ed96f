package io.skyholm.agent.pool.rbd;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
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

    private static final Librados LIBRARY = Librados.LIBRARY;
    private static final int AT_ONCE = 1000;

    /** A full pool refuses at once what would make it fuller, and takes what frees room. */
    private static final int REFUSE_WHEN_FULL = 64;

    private static final int EVEN_WHEN_FULL = 128;

    private final Pointer io;

    RbdIndex(Pointer io) {
        this.io = io;
    }

    Optional<IndexEntry> find(String kind, UUID id) throws IOException {
        try (Strings key = new Strings(List.of(kind + id))) {
            Map<String, IndexEntry> found =
                    read((operation, entries, result) -> LIBRARY.rados_read_op_omap_get_vals_by_keys2(
                            operation, key.addresses(), 1, key.lengths(), entries, result));
            return Optional.ofNullable(found.get(kind + id));
        }
    }

    /** All of a kind. */
    Map<UUID, IndexEntry> all(String kind) throws IOException {
        Map<UUID, IndexEntry> all = new LinkedHashMap<>();
        try (Memory isMore = new Memory(1)) {
            isMore.setByte(0, (byte) 1);
            String after = "";
            while (isMore.getByte(0) != 0) {
                String from = after;
                Map<String, IndexEntry> some = read((operation, entries, result) ->
                        LIBRARY.rados_read_op_omap_get_vals2(operation, from, kind, AT_ONCE, entries, isMore, result));
                for (Map.Entry<String, IndexEntry> one : some.entrySet()) {
                    after = one.getKey();
                    all.put(UUID.fromString(after.substring(kind.length())), one.getValue());
                }
            }
        }
        return all;
    }

    void put(String kind, UUID id, IndexEntry entry) throws IOException {
        put(kind, id, entry, REFUSE_WHEN_FULL);
    }

    /** The same for one that is about to be removed. */
    void putLast(String kind, UUID id, IndexEntry entry) throws IOException {
        put(kind, id, entry.whole(false), EVEN_WHEN_FULL);
    }

    private void put(String kind, UUID id, IndexEntry entry, int flags) throws IOException {
        try (Strings key = new Strings(List.of(kind + id));
                Strings value = new Strings(List.of(EventJson.write(entry)))) {
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

    /** Adds something to an operation. */
    private interface ReadStep {

        void addTo(Pointer operation, PointerByReference entries, IntByReference result);
    }

    /** The object is there: who opens the pool locks it. */
    private Map<String, IndexEntry> read(ReadStep step) throws IOException {
        PointerByReference found = new PointerByReference();
        IntByReference result = new IntByReference();
        Pointer operation = LIBRARY.rados_create_read_op();
        try {
            step.addTo(operation, found, result);
            CephErrors.check(LIBRARY.rados_read_op_operate(operation, io, OBJECT, 0), "read the index");
            CephErrors.check(result.getValue(), "read the index");
            return entries(found.getValue());
        } finally {
            LIBRARY.rados_release_read_op(operation);
        }
    }

    private static Map<String, IndexEntry> entries(Pointer found) throws IOException {
        Map<String, IndexEntry> entries = new LinkedHashMap<>();
        PointerByReference key = new PointerByReference();
        PointerByReference value = new PointerByReference();
        PointerByReference keyLength = new PointerByReference();
        PointerByReference valueLength = new PointerByReference();
        try {
            while (true) {
                CephErrors.check(
                        LIBRARY.rados_omap_get_next2(found, key, value, keyLength, valueLength), "read the index");
                if (key.getValue() == null) {
                    return entries;
                }
                entries.put(text(key, keyLength), EventJson.read(text(value, valueLength), IndexEntry.class));
            }
        } finally {
            LIBRARY.rados_omap_get_end(found);
        }
    }

    private static String text(PointerByReference bytes, PointerByReference length) {
        int number = (int) Pointer.nativeValue(length.getValue());
        return number == 0 ? "" : new String(bytes.getValue().getByteArray(0, number), UTF_8);
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
