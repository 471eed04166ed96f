package io.skyholm.storage.download;

import io.skyholm.runtime.call.Call;
import io.skyholm.storage.backup.BackupReader;
import io.skyholm.storage.object.ObjectChain;
import io.skyholm.storage.object.ObjectStorageWorker;
import io.skyholm.storage.version.VersionReader;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;

/** Gives out the bytes of versions and backups, a block at a time, as fast as the caller reads. */
@ApplicationScoped
class Downloads {

    private static final int BLOCK = 256 * 1024;

    private final VersionReader versions;
    private final BackupReader backups;
    private final ObjectStorageWorker storage;

    Downloads(VersionReader versions, BackupReader backups, ObjectStorageWorker storage) {
        this.versions = versions;
        this.backups = backups;
        this.storage = storage;
    }

    Uni<Download> ofVersion(Call call, UUID image, UUID version, Wanted wanted) {
        return versions.downloadable(call, image, version).map(bytes -> Download.of(Downloadable.of(bytes), wanted));
    }

    Uni<Download> ofBackup(Call call, UUID backup, Wanted wanted) {
        return backups.downloadable(call, backup).map(bytes -> Download.of(Downloadable.of(bytes), wanted));
    }

    /** What was found, with its length: what is streamed is sent in chunks otherwise. */
    RestMulti<byte[]> answer(RoutingContext routing, Uni<Download> found) {
        routing.addHeadersEndHandler(begins -> keepLength(routing.response()));
        return RestMulti.fromUniResponse(found, this::bytes, Download::headers, Download::status);
    }

    private Multi<byte[]> bytes(Download download) {
        if (download.isKnown()) {
            return Multi.createFrom().empty();
        }
        ByteRange range = download.range();
        ObjectChain bytes = download.bytes();
        return storage.work(bytes.last(), it -> bytes.read(it, range.from(), range.length()))
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

    /** What is streamed is sent in chunks by itself, and a client that is told a length as well would take the frames for bytes. */
    private static void keepLength(HttpServerResponse answer) {
        if (answer.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            answer.headers().remove("Transfer-Encoding");
        } else if (answer.getStatusCode() == StatusCode.NOT_MODIFIED) {
            answer.headers().remove(HttpHeaders.CONTENT_TYPE);
        }
    }
}
