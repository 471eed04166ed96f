package io.skyholm.agent.firstboot;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An image of ISO 9660 with a few small files in its root, and nothing else: the same files make the same bytes. Names are written as the standard
 * has them; Linux shows them in small letters.
 */
final class IsoImage {

    private static final int SECTOR = 2048;
    private static final int DESCRIPTOR = 16;
    private static final int LITTLE_PATHS = 18;
    private static final int BIG_PATHS = 19;
    private static final int ROOT = 20;
    private static final int FIRST_FILE = 21;

    private static final int PATHS_BYTES = 10;
    private static final int RECORD_BYTES = 33;
    private static final byte[] SELF = {0};
    private static final byte[] PARENT = {1};

    /** 1 January 2000, at midnight: when a seed was made is nobody's business, and would make its bytes differ. */
    private static final byte[] TIME = {100, 1, 1, 0, 0, 0, 0};

    private final ByteBuffer bytes;

    private IsoImage(int sectors) {
        bytes = ByteBuffer.allocate(sectors * SECTOR).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** One of that name with these files. */
    static byte[] of(String label, Map<String, byte[]> files) {
        int sectors =
                FIRST_FILE + files.values().stream().mapToInt(IsoImage::sectors).sum();
        IsoImage image = new IsoImage(sectors);
        image.describe(label, sectors);
        image.paths(LITTLE_PATHS, ByteOrder.LITTLE_ENDIAN);
        image.paths(BIG_PATHS, ByteOrder.BIG_ENDIAN);
        image.write(files);
        return image.bytes.array();
    }

    private static int sectors(byte[] file) {
        return (file.length + SECTOR - 1) / SECTOR;
    }

    /** The descriptor of the volume, and the one after which there is none. */
    private void describe(String label, int sectors) {
        at(DESCRIPTOR, 0).put((byte) 1).put("CD001".getBytes(US_ASCII)).put((byte) 1);
        text(8, 32, "");
        text(40, 32, label);
        at(DESCRIPTOR, 80);
        both(sectors);
        at(DESCRIPTOR, 120);
        bothShort(1);
        bothShort(1);
        bothShort(SECTOR);
        both(PATHS_BYTES);
        bytes.putInt(LITTLE_PATHS).putInt(0);
        bytes.order(ByteOrder.BIG_ENDIAN).putInt(BIG_PATHS).putInt(0).order(ByteOrder.LITTLE_ENDIAN);
        record(SELF, ROOT, SECTOR, true);
        text(190, 623, "");
        for (int date = 0; date < 4; date++) {
            at(DESCRIPTOR, 813 + date * 17).put("0000000000000000".getBytes(US_ASCII));
        }
        at(DESCRIPTOR, 881).put((byte) 1);
        at(DESCRIPTOR + 1, 0).put((byte) 255).put("CD001".getBytes(US_ASCII)).put((byte) 1);
    }

    /** The root is the only folder, and its own parent. */
    private void paths(int sector, ByteOrder order) {
        at(sector, 0).order(order).put((byte) 1).put((byte) 0).putInt(ROOT).putShort((short) 1);
        bytes.order(ByteOrder.LITTLE_ENDIAN);
    }

    /** In the order of their names, as the standard wants it. */
    private void write(Map<String, byte[]> files) {
        at(ROOT, 0);
        record(SELF, ROOT, SECTOR, true);
        record(PARENT, ROOT, SECTOR, true);
        int sector = FIRST_FILE;
        List<String> names = files.keySet().stream().sorted().toList();
        for (String name : names) {
            byte[] file = files.getOrDefault(name, new byte[0]);
            String written = name.toUpperCase(Locale.ROOT) + ".;1";
            record(written.getBytes(US_ASCII), sector, file.length, false);
            bytes.put(sector * SECTOR, file);
            sector += sectors(file);
        }
    }

    private void record(byte[] name, int sector, int length, boolean folder) {
        int padding = name.length % 2 == 0 ? 1 : 0;
        bytes.put((byte) (RECORD_BYTES + name.length + padding)).put((byte) 0);
        both(sector);
        both(length);
        bytes.put(TIME).put((byte) (folder ? 2 : 0)).putShort((short) 0);
        bothShort(1);
        bytes.put((byte) name.length).put(name).put(new byte[padding]);
    }

    private ByteBuffer at(int sector, int offset) {
        return bytes.position(sector * SECTOR + offset);
    }

    private void text(int offset, int length, String text) {
        at(DESCRIPTOR, offset).put((text + " ".repeat(length - text.length())).getBytes(US_ASCII));
    }

    /** In both orders, so that every machine can read it. */
    private void both(int number) {
        bytes.putInt(number).putInt(Integer.reverseBytes(number));
    }

    private void bothShort(int number) {
        bytes.putShort((short) number).putShort(Short.reverseBytes((short) number));
    }
}
