package io.skyholm.agent.pool.rbd;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ceph.rados.exceptions.RadosException;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Where RBD keeps an image while it is removed. One whose remover was killed stays there with its bytes, is in no list, and is removed for good when somebody
 * asks for that once more by its name.
 */
final class RbdTrash {

    static final String OBJECT = "rbd_trash";

    private static final String KEYS = "id_";

    /** What comes before the source, the name's length and the name: two versions, and a length. */
    private static final int SOURCE = 6;

    /** Others are there because a person wanted it so. */
    private static final int REMOVING = 3;

    private final ObjectPairs pairs;

    RbdTrash(Pointer io) {
        this.pairs = new ObjectPairs(io, OBJECT);
    }

    /** The names of images of which a part may be gone; none where nothing has ever been removed. */
    List<String> halfRemoved() throws IOException {
        List<String> names = new ArrayList<>();
        try {
            for (byte[] value : pairs.all(KEYS).values()) {
                ByteBuffer image =
                        ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).position(SOURCE);
                if (image.get() == REMOVING) {
                    byte[] name = new byte[image.getInt()];
                    image.get(name);
                    names.add(new String(name, UTF_8));
                }
            }
            return names;
        } catch (RadosException failure) {
            if (failure.getReturnValue() == CephErrors.NOT_THERE) {
                return names;
            }
            throw failure;
        }
    }
}
