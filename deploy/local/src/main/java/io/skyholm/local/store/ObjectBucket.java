package io.skyholm.local.store;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Objects in a bucket: the segments of each are {@code parts/OBJECT/PART/NUMBER}, and what it consists of is said in {@code sealed/OBJECT}. */
public record ObjectBucket(String id, BucketAccess bucket) implements ObjectStore {
    private static final Clock CLOCK = Clock.systemUTC();

    @Override
    public boolean isOfHosts() {
        return false;
    }

    @Override
    public StoreContents contents() throws IOException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return new StoreContents(objects(client), unfinished(client));
        }
    }

    private List<KeptObject> objects(HttpClient client) throws IOException {
        Map<UUID, KeptObject> ours = new LinkedHashMap<>();
        List<KeptObject> objects = new ArrayList<>();
        Map<String, String> query = new TreeMap<>(Map.of("list-type", "2"));
        ListedPage page;
        do {
            page = page(client, "", query, "Contents");
            for (Map<String, String> item : page.items()) {
                KeptObject piece = piece(item);
                UUID object = piece.id();
                if (object == null) {
                    objects.add(piece);
                } else {
                    ours.merge(object, piece, ObjectBucket::together);
                }
            }
            query.put("continuation-token", page.marker("NextContinuationToken"));
        } while (page.hasMore());
        objects.addAll(ours.values());
        return objects;
    }

    /** A manifest has no bytes of its object. */
    private static KeptObject piece(Map<String, String> item) {
        String key = text(item, "Key");
        Instant changed = Instant.parse(text(item, "LastModified"));
        long size = Long.parseLong(text(item, "Size"));
        UUID object = ObjectNames.ofKey(key);
        if (object == null) {
            return new KeptObject(key, null, size, false, changed);
        }
        boolean manifest = ObjectNames.isManifest(key);
        return new KeptObject(object.toString(), object, manifest ? 0 : size, manifest, changed);
    }

    private static KeptObject together(KeptObject one, KeptObject other) {
        return new KeptObject(
                one.name(),
                one.id(),
                one.sizeBytes() + other.sizeBytes(),
                one.isSealed() || other.isSealed(),
                one.changedAt().isAfter(other.changedAt()) ? one.changedAt() : other.changedAt());
    }

    private List<KeptObject> unfinished(HttpClient client) throws IOException {
        List<KeptObject> unfinished = new ArrayList<>();
        Map<String, String> query = new TreeMap<>(Map.of("uploads", ""));
        ListedPage page;
        do {
            page = page(client, "", query, "Upload");
            for (Map<String, String> item : page.items()) {
                String key = text(item, "Key");
                String upload = text(item, "UploadId");
                Instant begun = Instant.parse(text(item, "Initiated"));
                unfinished.add(new KeptObject(
                        key + "?uploadId=" + upload, ObjectNames.ofKey(key), sent(client, key, upload), false, begun));
            }
            query.put("key-marker", page.marker("NextKeyMarker"));
            query.put("upload-id-marker", page.text("NextUploadIdMarker"));
        } while (page.hasMore());
        return unfinished;
    }

    /** How many bytes an upload has; none of one that was ended meanwhile. */
    private long sent(HttpClient client, String key, String upload) throws IOException {
        long size = 0;
        Map<String, String> query = new TreeMap<>(Map.of("uploadId", upload));
        ListedPage page;
        do {
            HttpResponse<String> answer = answer(client, key, query);
            if (answer.statusCode() == 404) {
                return 0;
            }
            page = read(answer, "Part");
            for (Map<String, String> item : page.items()) {
                size += Long.parseLong(text(item, "Size"));
            }
            query.put("part-number-marker", page.marker("NextPartNumberMarker"));
        } while (page.hasMore());
        return size;
    }

    private ListedPage page(HttpClient client, String key, Map<String, String> query, String item) throws IOException {
        return read(answer(client, key, query), item);
    }

    private static ListedPage read(HttpResponse<String> answer, String item) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException("the server answered " + answer.statusCode() + " " + answer.body());
        }
        return ListedPage.of(item, answer.body());
    }

    private HttpResponse<String> answer(HttpClient client, String key, Map<String, String> query) throws IOException {
        try {
            return client.send(
                    new SignedRequest(bucket, key, new TreeMap<>(query)).at(CLOCK.instant()), BodyHandlers.ofString());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }

    private static String text(Map<String, String> item, String field) {
        String text = item.get(field);
        if (text == null) {
            throw new IllegalStateException("the server lists something without its " + field + ": " + item);
        }
        return text;
    }
}
