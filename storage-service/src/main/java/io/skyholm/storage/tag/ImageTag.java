package io.skyholm.storage.tag;

import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.Patch;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.storage.image.ImageView;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A name for one of an image's versions. */
@Entity
class ImageTag implements Revised {

    @Id
    UUID id;

    @Nullable UUID tenantId;

    UUID imageId;
    UUID versionId;
    String tagName;
    boolean isImmutable;
    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected ImageTag() {}

    ImageTag(ImageView image, CreateImageTag command, Revision revision) {
        this.id = Ids.next();
        this.tenantId = image.tenantId();
        this.imageId = image.id();
        this.versionId = command.versionId();
        this.tagName = command.tagName();
        this.isImmutable = Patch.of(command.isImmutable(), false);
        this.revision = revision;
    }

    /** It goes with its image to another tenant. */
    void give(UUID tenant) {
        tenantId = tenant;
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
