package io.skyholm.agent.pool.rbd;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.LongByReference;
import org.jspecify.annotations.Nullable;

/**
 * What librbd can do and rados-java cannot: to say what of an image's own books holds, to write them anew, under which names they are kept, who has it
 * open, and what has changed since a snapshot.
 */
interface Librbd extends Library {

    Librbd LIBRARY = Native.load("rbd", Librbd.class);

    /** Hears how far something is; what is not 0 ends it. */
    interface Progress extends Callback {

        int at(long done, long of, @Nullable Pointer data);
    }

    /** Hears of bytes that have changed, and whether there are any now or zeros; what is not 0 ends it. */
    interface Change extends Callback {

        int at(long offset, long length, int exists, @Nullable Pointer data);
    }

    int rbd_get_id(Pointer image, byte[] id, long length);

    int rbd_snap_get_id(Pointer image, String snapshot, LongByReference id);

    int rbd_watchers_list(Pointer image, Pointer watchers, LongByReference number);

    void rbd_watchers_list_cleanup(Pointer watchers, long number);

    int rbd_get_flags(Pointer image, LongByReference flags);

    int rbd_rebuild_object_map(Pointer image, Progress progress, @Nullable Pointer data);

    int rbd_diff_iterate2(
            Pointer image,
            String fromSnapshot,
            long offset,
            long length,
            byte includeParent,
            byte wholeObject,
            Change change,
            @Nullable Pointer data);
}
