package io.skyholm.storage.object;

import io.skyholm.storage.StorageSettings;
import io.skyholm.storage.StorageSettings.S3;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The object stores of this installation by their ids: the one that takes new bytes first, and those that took them before.
 *
 * @param hosts the folder where hosts leave and read objects, which may be one of them
 */
record ObjectStores(Map<String, ObjectStorage> all, ObjectStorage hosts) {

    static ObjectStores of(StorageSettings settings) {
        Path folder = made(settings.folder());
        ObjectStorage hosts = new FolderStorage(folder);
        Map<String, ObjectStorage> all = new LinkedHashMap<>();
        all.put(settings.store(), bucket(settings.s3()).orElse(hosts));
        settings.formerStores().forEach((id, former) -> {
            ObjectStorage there = bucket(former.s3())
                    .orElseGet(() -> folder(former.folder().orElseThrow(() -> nowhere(id)), folder, hosts));
            if (all.put(id, there) != null) {
                throw new IllegalStateException("Two object stores are called " + id);
            }
        });
        return new ObjectStores(all, hosts);
    }

    /** What is written to one folder by two would be seen by both, and by neither as its own. */
    private static ObjectStorage folder(Path former, Path ofHosts, ObjectStorage hosts) {
        Path there = made(former);
        try {
            return Files.isSameFile(there, ofHosts) ? hosts : new FolderStorage(there);
        } catch (IOException failure) {
            throw new UncheckedIOException("There can be no objects in " + former, failure);
        }
    }

    private static Optional<ObjectStorage> bucket(S3 settings) {
        return settings.bucket().map(name -> new S3Storage(S3Bucket.of(settings, name), SegmentBuffers.ofService()));
    }

    private static IllegalStateException nowhere(String id) {
        return new IllegalStateException("The object store " + id + " has neither a folder nor a bucket");
    }

    /** Hosts write to it, too, be it before anything was uploaded, and take one that is not there for one that is not mounted. */
    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("There can be no objects in " + folder, failure);
        }
    }

    /** The one that takes new bytes. */
    ObjectStorage first() {
        return all.values().iterator().next();
    }

    boolean isOne() {
        return all.size() == 1;
    }

    Optional<ObjectStorage> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    /** Those that are the folder of the hosts. */
    String[] idsAtHosts() {
        return all.entrySet().stream()
                .filter(store -> store.getValue() == hosts)
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
    }

    /**
     * Removes an object from where hosts leave and read it; says whether it did. What has an owner stays as long as its own store has not all of it: that
     * may be configured by a name that it never had.
     *
     * @param own the store that is to have it; null for what belongs to nobody
     */
    boolean removeFromHosts(UUID object, @Nullable String own) throws IOException {
        ObjectStorage there = own == null ? null : all.get(own);
        if (own != null && (there == null || there == hosts || !ObjectTransfer.isSealed(there, object))) {
            return false;
        }
        hosts.remove(object);
        return true;
    }

    /**
     * What is next in any of them behind that id. What two have, such as a copy for hosts, is the first's. What comes behind the last that one of them has
     * said is for the next time, where that one may have more before it.
     */
    StoredPage list(@Nullable UUID after, int most) throws IOException {
        NavigableMap<UUID, StoredObject> found = new TreeMap<>(ObjectStores::byText);
        List<UUID> ends = new ArrayList<>();
        for (ObjectStorage store : all.values()) {
            StoredPage page = store.list(after, most);
            page.objects().forEach(object -> found.putIfAbsent(object.id(), object));
            if (page.hasMore()) {
                ends.add(page.last());
            }
        }
        NavigableMap<UUID, StoredObject> whole = ends.stream()
                .min(ObjectStores::byText)
                .map(end -> found.headMap(end, true))
                .orElse(found);
        List<StoredObject> portion = whole.values().stream().limit(most).toList();
        return new StoredPage(portion, !ends.isEmpty() || portion.size() < found.size());
    }

    /** As stores and the database order them; Java's own order takes the first bit for a sign. */
    private static int byText(UUID one, UUID other) {
        return one.toString().compareTo(other.toString());
    }
}
