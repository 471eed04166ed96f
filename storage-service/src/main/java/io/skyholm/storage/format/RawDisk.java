package io.skyholm.storage.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A disk as it is. One that begins like another format would be read as that by whoever guesses, with what it names. */
final class RawDisk {

    private static final int SECTOR = 512;

    /** How other formats begin, by the place of their mark. */
    private static final Map<String, Integer> MARKS = Map.of(
            "QFI\u00fb", 0,
            "KDMV", 0,
            "COWD", 0,
            "# Disk DescriptorFile", 0,
            "conectix", 0,
            "vhdxfile", 0,
            "QED\u0000", 0,
            "WithoutFreeSpace", 0,
            "WithouFreSpacExt", 0,
            "\u007f\u0010\u00da\u00be", 64);

    private RawDisk() {}

    static long size(ByteBuffer beginning, long length) throws BadImageException {
        for (Map.Entry<String, Integer> mark : MARKS.entrySet()) {
            if (has(beginning, mark.getValue(), mark.getKey())) {
                throw new BadImageException("The image is not RAW: it begins as an image of another format does");
            }
        }
        if (isDescriptor(beginning)) {
            throw new BadImageException("The image is not RAW: it begins as the description of a disk does");
        }
        if (length % SECTOR != 0) {
            throw new BadImageException("A RAW image has a multiple of %d bytes".formatted(SECTOR));
        }
        return length;
    }

    /** As QEMU finds out: behind comments and blank lines stands a version. What follows would name files of the host. */
    private static boolean isDescriptor(ByteBuffer beginning) {
        byte[] bytes = new byte[beginning.limit()];
        beginning.slice(0, bytes.length).get(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .findFirst()
                .filter(line -> line.startsWith("version="))
                .isPresent();
    }

    private static boolean has(ByteBuffer beginning, int at, String mark) {
        byte[] bytes = mark.getBytes(StandardCharsets.ISO_8859_1);
        return beginning.limit() >= at + bytes.length
                && beginning.slice(at, bytes.length).equals(ByteBuffer.wrap(bytes));
    }
}
