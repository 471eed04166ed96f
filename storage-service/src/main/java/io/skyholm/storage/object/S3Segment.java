package io.skyholm.storage.object;

import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Some bytes of a part, as an object of S3.
 *
 * @param part of which part they are
 */
record S3Segment(String key, String part, long sizeBytes, Instant changedAt) {

    private static final int PART = 2;

    /** Keys are {@code parts/OBJECT/PART/NUMBER}. */
    static S3Segment of(S3Object object) {
        return new S3Segment(object.key(), object.key().split("/", -1)[PART], object.size(), object.lastModified());
    }

    static long size(List<S3Segment> segments) {
        return segments.stream().mapToLong(S3Segment::sizeBytes).sum();
    }

    /** The line of a manifest that names it. */
    String line() {
        return sizeBytes + " " + key;
    }

    static S3Segment ofLine(String line) {
        int space = line.indexOf(' ');
        String key = line.substring(space + 1);
        return new S3Segment(key, key.split("/", -1)[PART], Long.parseLong(line.substring(0, space)), Instant.EPOCH);
    }
}
