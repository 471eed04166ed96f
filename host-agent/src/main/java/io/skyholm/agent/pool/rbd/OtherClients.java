package io.skyholm.agent.pool.rbd;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who else has something open or locked in a part of a pool, and how Ceph is told to take nothing from them any more. */
record OtherClients(Pointer cluster, Pointer io) {

    private static final Librados LIBRARY = Librados.LIBRARY;
    private static final int LONGEST_LIST = 16 << 10;
    private static final int FEW = 8;
    private static final int TOO_SHORT = -34;
    private static final int ID_BYTES = 256;
    private static final String CLIENT = "client.";

    /** By which RBD knows who writes to an image. */
    private static final String WRITER = "rbd_lock";

    /** Who has an object locked, as Ceph calls the client, its lock and its address. */
    record Locker(String client, String cookie, String address) {}

    List<Locker> lockers(String object, String lock) throws IOException {
        byte[] clients = new byte[LONGEST_LIST];
        byte[] cookies = new byte[LONGEST_LIST];
        byte[] addresses = new byte[LONGEST_LIST];
        int number = CephErrors.check(
                LIBRARY.rados_list_lockers(
                        io,
                        object,
                        lock,
                        new IntByReference(),
                        new byte[LONGEST_LIST],
                        new long[] {LONGEST_LIST},
                        clients,
                        new long[] {LONGEST_LIST},
                        cookies,
                        new long[] {LONGEST_LIST},
                        addresses,
                        new long[] {LONGEST_LIST}),
                "list who has something locked");
        List<Locker> lockers = new ArrayList<>();
        for (int at = 0; at < number; at++) {
            lockers.add(new Locker(text(clients, at), text(cookies, at), text(addresses, at)));
        }
        return lockers;
    }

    /** One of the texts that follow each other there. */
    private static String text(byte[] texts, int number) {
        int begin = 0;
        for (int passed = 0; passed < number; passed++) {
            begin = end(texts, begin) + 1;
        }
        return new String(Arrays.copyOfRange(texts, begin, end(texts, begin)), UTF_8);
    }

    private static int end(byte[] texts, int begin) {
        int end = begin;
        while (texts[end] != 0) {
            end++;
        }
        return end;
    }

    /**
     * The addresses of all but this client who have an image open to write to it. One that does not answer is no longer seen to have it open after half a
     * minute, but still has it locked if it ever wrote.
     */
    List<String> writers(RbdImages images, String image) throws IOException {
        String own = CLIENT + LIBRARY.rados_get_instance_id(cluster);
        Map<String, String> addresses = new LinkedHashMap<>();
        // Who only reads is not among those who watch it, and so this is not.
        return images.openReadOnly(image, open -> {
            for (Watcher watcher : watchers(open.getPointer())) {
                addresses.put(CLIENT + watcher.client(), watcher.address());
            }
            byte[] id = new byte[ID_BYTES];
            CephErrors.check(Librbd.LIBRARY.rbd_get_id(open.getPointer(), id, id.length), "read the id of an image");
            for (Locker locker : lockers("rbd_header." + Native.toString(id), WRITER)) {
                addresses.put(locker.client(), locker.address());
            }
            addresses.remove(own);
            return List.copyOf(addresses.values());
        });
    }

    /** A client that hears of what happens to an image. */
    private record Watcher(String address, long client) {

        /** An address, a client and a cookie. */
        static final int BYTES = Native.POINTER_SIZE + 2 * Long.BYTES;

        static Watcher in(Memory list, long at) {
            return new Watcher(list.getPointer(at).getString(0), list.getLong(at + Native.POINTER_SIZE));
        }
    }

    private static List<Watcher> watchers(Pointer image) throws IOException {
        LongByReference number = new LongByReference(FEW);
        while (true) {
            try (Memory list = new Memory(number.getValue() * Watcher.BYTES)) {
                int listed = Librbd.LIBRARY.rbd_watchers_list(image, list, number);
                if (listed != TOO_SHORT) {
                    CephErrors.check(listed, "list who has an image open");
                    return read(list, number.getValue());
                }
            }
        }
    }

    private static List<Watcher> read(Memory list, long number) {
        try {
            List<Watcher> watchers = new ArrayList<>();
            for (long at = 0; at < number; at++) {
                watchers.add(Watcher.in(list, at * Watcher.BYTES));
            }
            return watchers;
        } finally {
            Librbd.LIBRARY.rbd_watchers_list_cleanup(list, number);
        }
    }

    /** Nothing that it has sent or sends is taken once this returns. */
    void shutOut(String address, int seconds) throws IOException {
        CephErrors.check(LIBRARY.rados_blocklist_add(cluster, address, seconds), "shut a client out");
        CephErrors.check(LIBRARY.rados_wait_for_latest_osdmap(cluster), "hear that it is shut out");
    }

    /** Takes a lock from one that is shut out. */
    void breakLock(String object, String lock, Locker holder) throws IOException {
        int broken = LIBRARY.rados_break_lock(io, object, lock, holder.client(), holder.cookie());
        if (broken != CephErrors.NOT_THERE) {
            CephErrors.check(broken, "break a lock");
        }
    }
}
