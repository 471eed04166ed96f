package io.skyholm.storage.object;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Objects in a bucket of S3. Each is many small ones, the segments of its parts, and once it is sealed a manifest that says which of them
 * it consists of, in which order: nothing is copied, and one request decides whether it is sealed.
 */
final class S3Storage implements ObjectStorage {

    private static final String PARTS = "parts/";
    private static final String SEALED = "sealed/";

    /** After so many, of which a page has a thousand, those objects are enough for one portion. */
    private static final int MOST_SEGMENTS = 20_000;

    private final S3Bucket bucket;
    private final SegmentBuffers buffers;

    S3Storage(S3Bucket bucket, SegmentBuffers buffers) {
        this.bucket = bucket;
        this.buffers = buffers;
    }

    @Override
    public PartWriter begin(UUID object, String part) throws IOException {
        String prefix = PARTS + object + "/" + part + "/";
        if (!bucket.list(prefix, null).isEmpty()) {
            throw new FileAlreadyExistsException(prefix);
        }
        return new S3PartWriter(bucket::put, prefix, buffers);
    }

    @Override
    public void forget(UUID object, String part) throws IOException {
        delete(segments(PARTS + object + "/" + part + "/"));
    }

    @Override
    public void seal(UUID object, List<StoredPart> parts) throws IOException {
        if (bucket.has(SEALED + object)) {
            return;
        }
        Map<String, List<S3Segment>> present = segments(PARTS + object + "/").stream()
                .collect(Collectors.groupingBy(S3Segment::part, LinkedHashMap::new, Collectors.toList()));
        List<S3Segment> counting = new ArrayList<>();
        for (StoredPart part : parts) {
            List<S3Segment> segments =
                    Optional.ofNullable(present.remove(part.name())).orElse(List.of());
            if (S3Segment.size(segments) < part.sizeBytes()) {
                throw new IOException("Part %s of %s has %d bytes of %d"
                        .formatted(part.name(), object, S3Segment.size(segments), part.sizeBytes()));
            }
            counting.addAll(cut(segments, part.sizeBytes()));
        }
        for (List<S3Segment> lost : present.values()) {
            delete(lost);
        }
        String manifest = counting.stream().map(S3Segment::line).collect(Collectors.joining("\n"));
        bucket.put(SEALED + object, ByteBuffer.wrap(manifest.getBytes(StandardCharsets.UTF_8)));
    }

    /** What counts of a part; the rest is removed. */
    private List<S3Segment> cut(List<S3Segment> segments, long size) throws IOException {
        List<S3Segment> counting = new ArrayList<>();
        List<S3Segment> beyond = new ArrayList<>();
        long left = size;
        for (S3Segment segment : segments) {
            if (left == 0) {
                beyond.add(segment);
            } else {
                counting.add(segment.sizeBytes() > left ? shortened(segment, left) : segment);
                left -= Math.min(left, segment.sizeBytes());
            }
        }
        delete(beyond);
        return counting;
    }

    private S3Segment shortened(S3Segment segment, long size) throws IOException {
        try (InputStream bytes = bucket.get(segment.key(), 0, size)) {
            bucket.put(segment.key(), ByteBuffer.wrap(bytes.readAllBytes()));
        }
        return new S3Segment(segment.key(), segment.part(), size, segment.changedAt());
    }

    /** Whoever wants no bytes asks whether it is sealed: a manifest may have megabytes. */
    @Override
    public ObjectReader read(UUID object, long from, long length) throws IOException {
        if (length == 0) {
            return sealed(object);
        }
        return open(object).read(from, length);
    }

    /** Its manifest is fetched once. */
    @Override
    public SealedObject open(UUID object) throws IOException {
        byte[] manifest = bucket.find(SEALED + object).orElseThrow(() -> new NoSuchFileException(SEALED + object));
        List<S3Segment> segments = new String(manifest, StandardCharsets.UTF_8)
                .lines()
                .map(S3Segment::ofLine)
                .toList();
        return (from, length) -> new S3Reader(bucket::get, buffers, segments, from, length);
    }

    private ObjectReader sealed(UUID object) throws IOException {
        if (!bucket.has(SEALED + object)) {
            throw new NoSuchFileException(SEALED + object);
        }
        return new S3Reader(bucket::get, buffers, List.of(), 0, 0);
    }

    @Override
    public void remove(UUID object) throws IOException {
        bucket.delete(List.of(SEALED + object));
        delete(segments(PARTS + object + "/"));
    }

    /** A key that follows on all of a folder's ends with a character behind the slash. */
    @Override
    public StoredPage list(@Nullable UUID after, int most) throws IOException {
        String from = after == null ? "" : after + "0";
        TreeSet<String> ids = new TreeSet<>();
        for (String folder : bucket.folders(PARTS, PARTS + from, most)) {
            ids.add(folder.substring(PARTS.length(), folder.length() - 1));
        }
        Set<String> sealed = bucket.list(SEALED, SEALED + from).stream()
                .map(it -> it.key().substring(SEALED.length()))
                .collect(Collectors.toSet());
        ids.addAll(sealed);
        List<StoredObject> kept = new ArrayList<>();
        int asked = 0;
        for (String id : ids.stream().limit(most).toList()) {
            if (asked >= MOST_SEGMENTS) {
                return new StoredPage(kept, true);
            }
            List<S3Segment> segments = segments(PARTS + id + "/");
            asked += segments.size();
            kept.add(kept(id, segments, sealed.contains(id)));
        }
        return new StoredPage(kept, kept.size() == most);
    }

    private static StoredObject kept(String id, List<S3Segment> segments, boolean whole) {
        Instant changed = segments.stream()
                .map(S3Segment::changedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return new StoredObject(UUID.fromString(id), S3Segment.size(segments), whole, changed);
    }

    private List<S3Segment> segments(String prefix) throws IOException {
        List<S3Segment> all = new ArrayList<>();
        List<S3Object> page = bucket.list(prefix, null);
        while (!page.isEmpty()) {
            page.stream().map(S3Segment::of).forEach(all::add);
            page = bucket.list(prefix, page.getLast().key());
        }
        return all;
    }

    private void delete(List<S3Segment> segments) throws IOException {
        bucket.delete(segments.stream().map(S3Segment::key).toList());
    }
}
