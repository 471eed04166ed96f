package io.skyholm.agent.pool.luks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.events.host.DiskEncryption;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A disk in the LUKS 1 format, which QEMU, librbd and dm-crypt open alike: a header, and behind it the bytes of the disk, encrypted with a key of the
 * disk's own. The header has that key, once for each passphrase.
 */
public final class LuksDisk {

    /** Behind so many begin the bytes of the disk: as many as an object of RBD has, which librbd asks for. */
    public static final long HEADER = DiskEncryption.HEADER_BYTES;

    private static final byte[] MAGIC = {'L', 'U', 'K', 'S', (byte) 0xba, (byte) 0xbe};
    private static final int VERSION = 1;
    private static final int LENGTH = 592;
    private static final int NAME = 32;
    private static final int DIGEST = 20;
    private static final int SALT = 32;
    private static final int DIGEST_AT = 112;
    private static final int ITERATIONS = 1000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final RawBytes disk;

    public LuksDisk(RawBytes disk) {
        this.disk = disk;
    }

    /** Makes an empty one, which that passphrase opens. */
    public void format(String passphrase) throws IOException {
        byte[] key = random(Xts.KEY);
        ByteBuffer header = ByteBuffer.allocate(LENGTH);
        header.put(0, MAGIC).putShort(6, (short) VERSION);
        header.put(8, "aes".getBytes(US_ASCII));
        header.put(8 + NAME, "xts-plain64".getBytes(US_ASCII));
        header.put(8 + 2 * NAME, "sha256".getBytes(US_ASCII));
        header.putInt(104, (int) (HEADER / Xts.SECTOR)).putInt(108, Xts.KEY);
        header.put(DIGEST_AT + DIGEST, random(SALT)).putInt(DIGEST_AT + DIGEST + SALT, ITERATIONS);
        header.put(DIGEST_AT, digest(header, key));
        header.put(168, UUID.randomUUID().toString().getBytes(US_ASCII));
        IntStream.range(0, KeySlot.ALL).mapToObj(KeySlot::new).forEach(slot -> slot.free(header));
        new KeySlot(0).fill(header, disk, key, passphrase);
        disk.write(header.array(), 0);
        disk.force();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** By which is known whether a key is the disk's. */
    private static byte[] digest(ByteBuffer header, byte[] key) {
        byte[] salt = new byte[SALT];
        header.get(DIGEST_AT + DIGEST, salt);
        return Pbkdf2.derive(key, salt, header.getInt(DIGEST_AT + DIGEST + SALT), DIGEST);
    }

    /** Whether that passphrase opens it. */
    public boolean opensWith(String passphrase) throws IOException {
        return open(header(), passphrase).isPresent();
    }

    private ByteBuffer header() throws IOException {
        byte[] header = new byte[LENGTH];
        disk.read(header, 0);
        if (!Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new HypervisorProblem("The header of the encrypted disk is not there or damaged");
        }
        return ByteBuffer.wrap(header);
    }

    /** Opened by a slot. */
    private record Opened(KeySlot slot, ByteBuffer key) {}

    private Optional<Opened> open(ByteBuffer header, String passphrase) throws IOException {
        for (KeySlot slot : active(header)) {
            byte[] key = slot.key(header, disk, passphrase);
            byte[] expected = new byte[DIGEST];
            header.get(DIGEST_AT, expected);
            if (MessageDigest.isEqual(expected, digest(header, key))) {
                return Optional.of(new Opened(slot, ByteBuffer.wrap(key)));
            }
        }
        return Optional.empty();
    }

    private static List<KeySlot> active(ByteBuffer header) {
        return IntStream.range(0, KeySlot.USED)
                .mapToObj(KeySlot::new)
                .filter(slot -> slot.isActive(header))
                .toList();
    }

    /** Where the bytes of the disk are written and read; fails if its key does not open it. */
    public LuksBytes bytes(DiskKeys keys) throws IOException {
        Opened opened = open(header(), keys.current())
                .orElseThrow(() -> new HypervisorProblem("The key of the encrypted disk does not open it"));
        return new LuksBytes(disk, new Xts(bytes(opened.key())));
    }

    /**
     * Has its current key open it, and none of the former ones. Whoever is killed leaves a disk that one of them opens: the slot that is free is
     * written first, then the sector that exchanges the two, and then the slot that was in use before is written over.
     */
    public void change(DiskKeys keys) throws IOException {
        ByteBuffer header = header();
        Optional<Opened> current = open(header, keys.current());
        KeySlot slot =
                current.isPresent() ? current.get().slot() : exchange(header, former(header, keys), keys.current());
        for (KeySlot other : others(slot)) {
            other.wipe(disk);
        }
        disk.force();
        check(keys);
    }

    private Opened former(ByteBuffer header, DiskKeys keys) throws IOException {
        for (String former : keys.former()) {
            Optional<Opened> opened = open(header, former);
            if (opened.isPresent()) {
                return opened.get();
            }
        }
        throw new HypervisorProblem("None of the keys of the encrypted disk opens it");
    }

    private KeySlot exchange(ByteBuffer header, Opened former, String passphrase) throws IOException {
        KeySlot slot = others(former.slot()).getFirst();
        slot.fill(header, disk, bytes(former.key()), passphrase);
        others(slot).forEach(other -> other.free(header));
        byte[] sector = new byte[Xts.SECTOR];
        header.get(0, sector);
        disk.write(sector, 0);
        disk.force();
        return slot;
    }

    private static byte[] bytes(ByteBuffer key) {
        byte[] bytes = new byte[Xts.KEY];
        key.get(0, bytes);
        return bytes;
    }

    private static List<KeySlot> others(KeySlot slot) {
        return IntStream.range(0, KeySlot.USED)
                .mapToObj(KeySlot::new)
                .filter(other -> !other.equals(slot))
                .toList();
    }

    private void check(DiskKeys keys) throws IOException {
        ByteBuffer header = header();
        List<String> opening = new ArrayList<>();
        for (String former : keys.former()) {
            if (open(header, former).isPresent()) {
                opening.add(former);
            }
        }
        if (!opening.isEmpty() || open(header, keys.current()).isEmpty()) {
            throw new HypervisorProblem("The key of the encrypted disk could not be changed");
        }
    }
}
