package io.skyholm.storage.image;

import io.quarkus.runtime.Startup;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.ListQuery;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.ViewFactory;
import io.skyholm.runtime.page.Views;
import io.skyholm.runtime.record.Select;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Finds the images that somebody may use: row level security knows the tenants, and this the groups. */
@Startup
@Singleton
class ImageStore {

    private static final Permission MANAGE = new Permission(ResourceType.IMAGE, Action.MANAGE);

    /** For whom an image is that is not for all its tenant's people; the question mark is the user. */
    private static final String FOR_USER = """
            (visibility <> 'GROUP_SPECIFIC' or owner_id = ?
                or exists (select 1 from image_group_member member
                    where member.group_id = user_group_id and member.user_id = ? and not member.removed))""";

    static final Select<ImageView> SELECT = Select.of(ImageView.class, "image")
            .with("filePath", "'/v1/images/' || id || '/versions/' || default_version_id || '/content'");

    private final Views<ImageView> views;

    ImageStore(ViewFactory views) {
        this.views = views.of(SELECT);
    }

    /** Whether the caller sees those of all groups. */
    static boolean seesAll(Caller caller) {
        return caller.may(MANAGE);
    }

    /** The condition under which the caller sees a row. */
    static String visibleTo(Caller caller, int parameter) {
        return seesAll(caller)
                ? "$%1$d::uuid is not null".formatted(parameter)
                : FOR_USER.replace("?", "$" + parameter);
    }

    Uni<Optional<ImageView>> find(Caller caller, UUID id) {
        return views.find(caller.scope(), "id = $1 and " + visibleTo(caller, 2), id, caller.id());
    }

    Uni<Page<ImageView>> list(Caller caller, ImageFilter filter, ListPart page) {
        ListQuery query = views.query()
                .where(FOR_USER, caller.may(MANAGE) ? null : caller.id())
                .matching(filter);
        return views.page(caller.scope(), query, page);
    }
}
