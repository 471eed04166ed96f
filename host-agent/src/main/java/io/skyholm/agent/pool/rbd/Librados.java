package io.skyholm.agent.pool.rbd;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import org.jspecify.annotations.Nullable;

/** What librados can do and rados-java cannot: keys and values of an object, locks, the blocklist, refusing at once what is full. */
interface Librados extends Library {

    Librados LIBRARY = Native.load("rados", Librados.class);

    void rados_set_pool_full_try(Pointer io);

    int rados_lock_exclusive(
            Pointer io,
            String object,
            String lock,
            String cookie,
            String description,
            @Nullable Pointer duration,
            byte flags);

    int rados_list_lockers(
            Pointer io,
            String object,
            String lock,
            IntByReference exclusive,
            byte[] tag,
            long[] tagLength,
            byte[] clients,
            long[] clientsLength,
            byte[] cookies,
            long[] cookiesLength,
            byte[] addresses,
            long[] addressesLength);

    int rados_break_lock(Pointer io, String object, String lock, String client, String cookie);

    int rados_blocklist_add(Pointer cluster, String address, int seconds);

    int rados_wait_for_latest_osdmap(Pointer cluster);

    long rados_get_instance_id(Pointer cluster);

    int rados_exec(
            Pointer io,
            String object,
            String type,
            String method,
            byte[] input,
            long inputLength,
            byte[] output,
            long outputLength);

    Pointer rados_create_write_op();

    void rados_release_write_op(Pointer operation);

    void rados_write_op_omap_set2(
            Pointer operation, Pointer keys, Pointer values, Pointer keyLengths, Pointer valueLengths, long number);

    void rados_write_op_omap_rm_keys2(Pointer operation, Pointer keys, Pointer keyLengths, long number);

    int rados_write_op_operate2(Pointer operation, Pointer io, String object, @Nullable Pointer time, int flags);

    Pointer rados_create_read_op();

    void rados_release_read_op(Pointer operation);

    void rados_read_op_omap_get_vals2(
            Pointer operation,
            String after,
            String prefix,
            long most,
            PointerByReference found,
            Pointer isMore,
            IntByReference result);

    void rados_read_op_omap_get_vals_by_keys2(
            Pointer operation,
            Pointer keys,
            long number,
            Pointer keyLengths,
            PointerByReference found,
            IntByReference result);

    int rados_read_op_operate(Pointer operation, Pointer io, String object, int flags);

    int rados_omap_get_next2(
            Pointer found,
            PointerByReference key,
            PointerByReference value,
            PointerByReference keyLength,
            PointerByReference valueLength);

    void rados_omap_get_end(Pointer found);
}
