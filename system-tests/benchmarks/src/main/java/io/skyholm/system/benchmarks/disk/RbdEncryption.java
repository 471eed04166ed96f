package io.skyholm.system.benchmarks.disk;

import com.ceph.rbd.RbdImage;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Librbd's own LUKS, which rados-java does not know. */
final class RbdEncryption {

    private static final int LUKS1 = 0;
    private static final int AES_256 = 1;
    private static final long OPTIONS_BYTES = 24;

    /** Those two calls; the library is loaded when it is first needed. */
    private interface Calls extends Library {

        Calls LIBRARY = Native.load("rbd", Calls.class);

        int rbd_encryption_format(Pointer image, int format, Pointer options, long bytes);

        int rbd_encryption_load(Pointer image, int format, Pointer options, long bytes);
    }

    private RbdEncryption() {}

    static void format(RbdImage image, String passphrase) throws IOException {
        try (Memory secret = text(passphrase);
                Memory options = options(secret, passphrase)) {
            check(Calls.LIBRARY.rbd_encryption_format(image.getPointer(), LUKS1, options, OPTIONS_BYTES));
        }
    }

    static void open(RbdImage image, String passphrase) throws IOException {
        try (Memory secret = text(passphrase);
                Memory options = options(secret, passphrase)) {
            check(Calls.LIBRARY.rbd_encryption_load(image.getPointer(), LUKS1, options, OPTIONS_BYTES));
        }
    }

    private static Memory text(String passphrase) {
        byte[] bytes = passphrase.getBytes(StandardCharsets.US_ASCII);
        Memory text = new Memory(bytes.length + 1L);
        text.write(0, bytes, 0, bytes.length);
        text.setByte(bytes.length, (byte) 0);
        return text;
    }

    /** The cipher, where the passphrase is, and how long it is. */
    private static Memory options(Memory secret, String passphrase) {
        Memory options = new Memory(OPTIONS_BYTES);
        options.clear();
        options.setInt(0, AES_256);
        options.setPointer(8, secret);
        options.setLong(16, passphrase.length());
        return options;
    }

    private static void check(int result) throws IOException {
        if (result < 0) {
            throw new IOException("librbd says " + result);
        }
    }
}
