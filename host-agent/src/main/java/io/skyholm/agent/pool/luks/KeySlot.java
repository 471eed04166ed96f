package io.skyholm.agent.pool.luks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * A place of the header in which a passphrase has the disk's own key. Only the first two are used: a change of the key writes to the one that is free.
 *
 * @param number from 0
 */
record KeySlot(int number) {

    static final int ALL = 8;

    /** So many are used, and described within the header's first sector, which a machine that loses its power writes as a whole or not at all. */
    static final int USED = 2;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ACTIVE = 0x00AC71F3;
    private static final int FREE = 0x0000DEAD;
    private static final int FIRST = 208;
    private static final int LENGTH = 48;
    private static final int SALT = 32;
    private static final int BYTES = Xts.KEY * Stripes.NUMBER;

    /** In sectors, with what brings the next one to a multiple of 4096 bytes. */
    private static final int ROOM = 504;

    private static final int FIRST_ROOM = 8;

    /** A passphrase of 256 random bits is not guessed, however fast each guess is. */
    private static final int ITERATIONS = 1000;

    private int at() {
        return FIRST + number * LENGTH;
    }

    boolean isActive(ByteBuffer header) {
        return header.getInt(at()) == ACTIVE;
    }

    private long room() {
        return (FIRST_ROOM + (long) number * ROOM) * Xts.SECTOR;
    }

    /** Describes one that opens nothing. */
    void free(ByteBuffer header) {
        header.putInt(at(), FREE)
                .putInt(at() + 4, 0)
                .put(at() + 8, new byte[SALT])
                .putInt(at() + 40, (int) (room() / Xts.SECTOR))
                .putInt(at() + 44, Stripes.NUMBER);
    }

    /** Writes the disk's own key for a passphrase, which opens the disk once the header that says so is written. */
    void fill(ByteBuffer header, RawBytes disk, byte[] key, String passphrase) throws IOException {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        free(header);
        header.putInt(at(), ACTIVE).putInt(at() + 4, ITERATIONS).put(at() + 8, salt);
        disk.write(new Xts(derived(passphrase, salt, ITERATIONS)).encrypt(Stripes.spread(key, RANDOM), 0), room());
        disk.force();
    }

    private static byte[] derived(String passphrase, byte[] salt, int iterations) {
        return Pbkdf2.derive(passphrase.getBytes(StandardCharsets.UTF_8), salt, iterations, Xts.KEY);
    }

    /** What the disk's own key is if that passphrase is the one of this slot; whether it is, the header says. */
    byte[] key(ByteBuffer header, RawBytes disk, String passphrase) throws IOException {
        byte[] salt = new byte[SALT];
        header.get(at() + 8, salt);
        byte[] stripes = new byte[BYTES];
        disk.read(stripes, (long) header.getInt(at() + 40) * Xts.SECTOR);
        return Stripes.gather(new Xts(derived(passphrase, salt, header.getInt(at() + 4))).decrypt(stripes, 0));
    }

    /** Writes over what it held, so that its passphrase is of no use any more, also to whoever can write the header. */
    void wipe(RawBytes disk) throws IOException {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        disk.write(bytes, room());
    }
}
