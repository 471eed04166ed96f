package io.skyholm.agent.pool.rbd;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads keys and values of an object. */
record ObjectPairs(Pointer io, String object) {

    private static final Librados LIBRARY = Librados.LIBRARY;
    private static final int AT_ONCE = 1000;

    /** Adds something to an operation. */
    interface Step {

        void addTo(Pointer operation, PointerByReference pairs, IntByReference result);
    }

    /** All whose keys begin so, in the order of these. */
    Map<String, byte[]> all(String prefix) throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>();
        try (Memory isMore = new Memory(1)) {
            isMore.setByte(0, (byte) 1);
            String after = "";
            while (isMore.getByte(0) != 0) {
                String from = after;
                Map<String, byte[]> some = read((operation, pairs, result) ->
                        LIBRARY.rados_read_op_omap_get_vals2(operation, from, prefix, AT_ONCE, pairs, isMore, result));
                for (Map.Entry<String, byte[]> one : some.entrySet()) {
                    after = one.getKey();
                    all.put(after, one.getValue());
                }
            }
        }
        return all;
    }

    Map<String, byte[]> read(Step step) throws IOException {
        PointerByReference found = new PointerByReference();
        IntByReference result = new IntByReference();
        Pointer operation = LIBRARY.rados_create_read_op();
        try {
            step.addTo(operation, found, result);
            CephErrors.check(LIBRARY.rados_read_op_operate(operation, io, object, 0), "read " + object);
            CephErrors.check(result.getValue(), "read " + object);
            return pairs(found.getValue());
        } finally {
            LIBRARY.rados_release_read_op(operation);
        }
    }

    private Map<String, byte[]> pairs(Pointer found) throws IOException {
        Map<String, byte[]> pairs = new LinkedHashMap<>();
        PointerByReference key = new PointerByReference();
        PointerByReference value = new PointerByReference();
        PointerByReference keyLength = new PointerByReference();
        PointerByReference valueLength = new PointerByReference();
        try {
            while (true) {
                CephErrors.check(
                        LIBRARY.rados_omap_get_next2(found, key, value, keyLength, valueLength), "read " + object);
                if (key.getValue() == null) {
                    return pairs;
                }
                pairs.put(new String(bytes(key, keyLength), UTF_8), bytes(value, valueLength));
            }
        } finally {
            LIBRARY.rados_omap_get_end(found);
        }
    }

    private static byte[] bytes(PointerByReference bytes, PointerByReference length) {
        int number = (int) Pointer.nativeValue(length.getValue());
        return number == 0 ? new byte[0] : bytes.getValue().getByteArray(0, number);
    }
}
