package io.skyholm.storage.tag;

import static io.skyholm.deletion.DeletionStage.SETTINGS;

import io.quarkus.runtime.Startup;
import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.OwnedAggregates;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.storage.ImageTagEvents;
import io.skyholm.events.storage.ImageTagFact;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.Companion;
import io.skyholm.storage.Deletion;
import io.skyholm.storage.image.ImageView;
import io.skyholm.storage.image.Images;
import io.skyholm.storage.version.VersionDependent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;

/** What can be done with tags of images; who sees the image sees its tags. */
@Startup
@ApplicationScoped
class Tags implements Companion.OfImage {

    private static final Permission MANAGE = new Permission(ResourceType.IMAGE, Action.MANAGE);
    private static final String NAMED =
            "select id from image_tag where image_id = $1 and id = any($2) order by id desc";
    private static final String VERSION =
            "select 1 from image_version where image_id = $1 and id = $2 and deleted_at is null and deletable_at is null";

    private final Commands commands;
    private final Images images;
    private final Aggregate<ImageTag, TagView, ImageTagFact> tags;

    Tags(Commands commands, Images images, Aggregates aggregates) {
        this.commands = commands;
        this.images = images;
        this.tags = aggregates
                .of("image tag", ImageTag.class, TagView.class, ImageTagEvents.TYPES)
                .counted(CountedKind.IMAGE_TAGS)
                .explaining(TagProblems.CONFLICTS);
    }

    Uni<TagView> create(Call call, UUID image, CreateImageTag command) {
        return commands.changeOnce(
                call, new OfImage(image, command), TagView.class, work -> images.heldUsable(call, work, image)
                        .call(() -> checkVersion(work, image, command.versionId()))
                        .chain(found -> insert(call, work, found, command)));
    }

    private Uni<TagView> insert(Call call, Work work, ImageView image, CreateImageTag command) {
        return tags.insert(work, ImageTagEvents.CREATED, new ImageTag(image, command, tags.created(call)));
    }

    private static Uni<Void> checkVersion(Work work, UUID image, UUID version) {
        return work.some(TagProblems::noSuchVersion, VERSION, image, version);
    }

    Uni<TagView> change(Call call, UUID image, UUID id, ChangeImageTag command) {
        return commands.change(call, work -> images.held(call, work, image)
                .chain(() -> locked(call, work, image, id))
                .invoke(command::applyTo)
                .call(tag -> checkVersion(work, image, tag.versionId))
                .chain(tag -> tags.save(call, work, ImageTagEvents.MOVED, tag)));
    }

    /** Deleting one that is immutable and making it anew would be moving it: that takes who manages images. */
    Uni<TagView> delete(Call call, UUID image, UUID id) {
        return commands.change(call, work -> images.held(call, work, image)
                .chain(() -> locked(call, work, image, id))
                .invoke(tag -> checkMayGo(call, tag))
                .chain(tag -> tags.delete(call, work, ImageTagEvents.DELETED, tag)));
    }

    /** Before the versions that they name. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public String named() {
        return NAMED;
    }

    @Override
    public Uni<Void> deleteNamed(Deletion deletion, UUID id) {
        return tags.locked(deletion.work(), id).chain(found -> found.map(tag -> {
                    checkMayGo(deletion.call(), tag);
                    return tags.delete(deletion.call(), deletion.work(), ImageTagEvents.DELETED, tag)
                            .replaceWithVoid();
                })
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private static void checkMayGo(Call call, ImageTag tag) {
        if (tag.isImmutable && !call.caller().may(MANAGE)) {
            throw TagProblems.immutable();
        }
    }

    private Uni<ImageTag> locked(Call call, Work work, UUID image, UUID id) {
        return tags.locked(call, work, id).invoke(tag -> {
            if (!tag.imageId.equals(image)) {
                throw TagProblems.notFound();
            }
        });
    }

    Aggregate<ImageTag, TagView, ImageTagFact> all() {
        return tags;
    }

    Uni<TagView> get(Call call, UUID image, UUID id) {
        return images.get(call, image)
                .chain(() -> tags.views().find(call.caller().scope(), "image_id = $1 and id = $2", image, id))
                .map(found -> found.orElseThrow(TagProblems::notFound));
    }

    Uni<Page<TagView>> list(Call call, UUID image, TagFilter filter, ListPart page) {
        return images.get(call, image)
                .chain(() -> tags.page(
                        call, tags.query().where("image_id = ?", image).matching(filter), page));
    }

    /** They go with their tenant. */
    @Produces
    @Singleton
    DataHolder ofDeletedTenant() {
        return OwnedAggregates.ofTenant(SETTINGS, "tags of images", tags, ImageTagEvents.DELETED);
    }

    /** They keep the version that they name from being deleted. */
    @Produces
    @Singleton
    static VersionDependent ofDeletedVersion() {
        return () -> "select 1 from image_tag where version_id = $1 and deleted_at is null";
    }

    /** Which image it is belongs to what is asked for. */
    private record OfImage(UUID image, CreateImageTag command) {}
}
