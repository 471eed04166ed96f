package io.skyholm.storage.content;

import io.skyholm.runtime.call.Call;
import io.skyholm.storage.object.StoreAccess;
import io.skyholm.storage.version.VersionLife;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Gives out the bytes of versions, a piece at a time, as fast as the caller reads. */
@ApplicationScoped
class Contents {

    private static final int PIECE = 256 * 1024;

    private final VersionLife versions;
    private final StoreAccess store;

    Contents(VersionLife versions, StoreAccess store) {
        this.versions = versions;
        this.store = store;
    }

    Uni<Content> find(Call call, UUID image, UUID version, Content.Wanted wanted) {
        return versions.usable(call, image, version).map(bytes -> Content.of(bytes, wanted));
    }

    Multi<byte[]> bytes(Content content) {
        if (content.isKnown()) {
            return Multi.createFrom().empty();
        }
        ByteRange range = content.range();
        return store.work(it -> it.read(content.object(), range.from(), range.length()))
                .onItem()
                .transformToMulti(reader -> Multi.createBy()
                        .repeating()
                        .uni(() -> store.work(it -> reader.next(PIECE)))
                        .whilst(piece -> piece.length > 0)
                        .select()
                        .where(piece -> piece.length > 0)
                        .onTermination()
                        .call(() -> store.run(it -> reader.close())));
    }
}
