package io.skyholm.storage.download;

import io.skyholm.runtime.call.Call;
import io.skyholm.storage.object.ObjectStorageWorker;
import io.skyholm.storage.version.VersionReader;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Gives out the bytes of versions, a block at a time, as fast as the caller reads. */
@ApplicationScoped
class Downloads {

    private static final int BLOCK = 256 * 1024;

    private final VersionReader versions;
    private final ObjectStorageWorker storage;

    Downloads(VersionReader versions, ObjectStorageWorker storage) {
        this.versions = versions;
        this.storage = storage;
    }

    Uni<Download> find(Call call, UUID image, UUID version, Download.Wanted wanted) {
        return versions.downloadable(call, image, version).map(bytes -> Download.of(bytes, wanted));
    }

    Multi<byte[]> bytes(Download download) {
        if (download.isKnown()) {
            return Multi.createFrom().empty();
        }
        ByteRange range = download.range();
        return storage.work(it -> it.read(download.object(), range.from(), range.length()))
                .onItem()
                .transformToMulti(reader -> Multi.createBy()
                        .repeating()
                        .uni(() -> storage.work(it -> reader.next(BLOCK)))
                        .whilst(block -> block.length > 0)
                        .select()
                        .where(block -> block.length > 0)
                        .onTermination()
                        .call(() -> storage.run(it -> reader.close())));
    }
}
