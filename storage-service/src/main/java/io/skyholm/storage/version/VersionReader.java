package io.skyholm.storage.version;

import io.quarkus.runtime.Startup;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.page.ViewFactory;
import io.skyholm.runtime.page.Views;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.image.Images;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Versions and their bytes, for whoever may see them or takes what they have. */
@Startup
@ApplicationScoped
public class VersionReader {

    private static final Select<VersionBytes> BYTES = Select.of(VersionBytes.class, "image_version");
    private static final String ISO = "select 1 from image_version where id = $1 and disk_format = 'ISO'";
    private static final String STORED = "id = $1 and status = 'AVAILABLE'";
    private static final String AVAILABLE = STORED + " and deletable_at is null";

    private final Images images;
    private final VersionStore store;
    private final Views<VersionBytes> bytes;

    VersionReader(Images images, VersionStore store, ViewFactory views) {
        this.images = images;
        this.store = store;
        this.bytes = views.of(BYTES);
    }

    /** One that somebody may see; fails with a problem where they may not. */
    public Uni<VersionView> get(Call call, UUID image, UUID id) {
        return images.get(call, image).chain(() -> store.find(call, image, id));
    }

    /** The bytes of one that is given out. */
    public Uni<VersionBytes> downloadable(Call call, UUID image, UUID id) {
        return images.getUsable(call, image)
                .chain(() -> store.find(call, image, id))
                .chain(() -> bytes.find(call.caller().scope(), AVAILABLE, id))
                .map(found -> found.orElseThrow(VersionProblems::notAvailable));
    }

    /** The same for the platform's own work; empty where it is none any more. */
    public Uni<Optional<VersionBytes>> available(Work work, UUID id) {
        return work.find(VersionBytes.class, BYTES.sql() + " where " + AVAILABLE, id);
    }

    /** Whether its bytes are an ISO. */
    public Uni<Boolean> isIso(Work work, UUID id) {
        return work.exists(ISO, id);
    }

    /** As {@link #available}, for who had begun to use it: while its deletion can be taken back, its bytes are there. */
    public Uni<Optional<VersionBytes>> stored(Work work, UUID id) {
        return work.find(VersionBytes.class, BYTES.sql() + " where " + STORED, id);
    }
}
