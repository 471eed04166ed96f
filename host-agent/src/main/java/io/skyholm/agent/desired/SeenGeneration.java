package io.skyholm.agent.desired;

import io.skyholm.events.host.ThingKey;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The highest generation that a host was told of one thing.
 *
 * @param withdrawn whether that was a tombstone, after which a desired state of the same generation is an old one
 * @param at when that was written to the topic, in milliseconds since 1970
 */
record SeenGeneration(ThingKey key, long generation, boolean withdrawn, long at) {

    private static final String TOLD = "told";
    private static final String WITHDRAWN = "withdrawn";
    private static final int PARTS = 5;

    /** As it is written to a file, with a checksum by which half a line is known. */
    String line() {
        String text = key.text() + ' ' + generation + ' ' + (withdrawn ? WITHDRAWN : TOLD) + ' ' + at;
        return text + ' ' + checksum(text) + '\n';
    }

    /** Reads a line; empty if it is not whole. */
    static Optional<SeenGeneration> read(String line) {
        String[] parts = line.split(" ", -1);
        if (parts.length != PARTS
                || !checksum(line.substring(0, line.lastIndexOf(' '))).equals(parts[PARTS - 1])) {
            return Optional.empty();
        }
        return ThingKey.read(parts[0])
                .map(key -> new SeenGeneration(
                        key, Long.parseLong(parts[1]), parts[2].equals(WITHDRAWN), Long.parseLong(parts[3])));
    }

    private static String checksum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }
}
