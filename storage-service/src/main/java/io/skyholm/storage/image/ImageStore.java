package io.skyholm.storage.image;

import io.quarkus.runtime.Startup;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.group.GroupVisibility;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.ViewFactory;
import io.skyholm.runtime.page.Views;
import io.skyholm.runtime.record.Select;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Finds the images that somebody may use. */
@Startup
@Singleton
class ImageStore {

    static final GroupVisibility SEEN = new GroupVisibility(ResourceType.IMAGE);

    static final Select<ImageView> SELECT = Select.of(ImageView.class, "image")
            .with("filePath", "'/v1/images/' || id || '/versions/' || default_version_id || '/content'");

    private final Views<ImageView> views;

    ImageStore(ViewFactory views) {
        this.views = views.of(SELECT);
    }

    Uni<Optional<ImageView>> find(Caller caller, UUID id) {
        return views.find(caller.scope(), "id = $1 and " + SEEN.seenBy(caller, 2), id, caller.id());
    }

    Uni<Page<ImageView>> list(Caller caller, ImageFilter filter, ListPart page) {
        return views.page(caller.scope(), SEEN.seenBy(caller, views.query()).matching(filter), page);
    }
}
