package io.skyholm.storage.image;

import static io.skyholm.deletion.DeletionStage.INNER;

import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.OwnedAggregates;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.storage.ImageEvents;
import io.skyholm.events.storage.ImageFact;
import io.skyholm.events.storage.ImageStatus;
import io.skyholm.events.storage.ImageVisibility;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.aggregate.Owners;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.group.GroupVisibility;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.Companion;
import io.skyholm.storage.Companions;
import io.skyholm.storage.Deletion;
import io.skyholm.storage.Owner;
import io.skyholm.storage.UndoWindow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.LockMode;
import org.jspecify.annotations.Nullable;

/** What can be done with images. */
@Startup
@ApplicationScoped
public class Images {

    private final Commands commands;
    private final ImageStore store;
    private final Aggregate<Image, ImageView, ImageFact> images;
    private final ImageDependent dependent;
    private final Owners owners;
    private final UndoWindow undo;
    private final Companions companions;
    private final List<Companion.OfImage> kinds;

    Images(
            Commands commands,
            ImageStore store,
            Aggregates aggregates,
            ImageDependent dependent,
            Owners owners,
            UndoWindow undo,
            Companions companions,
            @All List<Companion.OfImage> kinds) {
        this.commands = commands;
        this.store = store;
        this.images = aggregates
                .of("image", Image.class, ImageStore.SELECT, ImageEvents.TYPES)
                .counted(CountedKind.IMAGES)
                .explaining(ImageProblems.CONFLICTS);
        this.dependent = dependent;
        this.owners = owners;
        this.undo = undo;
        this.companions = companions;
        this.kinds = kinds;
    }

    Uni<ImageView> create(Call call, CreateImage command) {
        Caller caller = call.caller();
        UUID tenantId = Owners.ofShared(call, command.tenantId());
        Image image = new Image(tenantId, command, caller.id(), images.created(call));
        image.check();
        checkPublic(caller, command.visibility());
        return commands.changeOnce(call, command, ImageView.class, work -> owners.check(call, work, tenantId)
                .chain(() -> checkGroup(call, work, image))
                .chain(() -> images.insert(work, ImageEvents.CREATED, image)));
    }

    private static void checkPublic(Caller caller, @Nullable ImageVisibility wanted) {
        if (wanted == ImageVisibility.PUBLIC && !caller.ofPlatform()) {
            throw ImageProblems.publicIsThePlatforms();
        }
    }

    private static Uni<Void> checkGroup(Call call, Work work, Image image) {
        return GroupVisibility.check(call.caller(), work, image.userGroupId, image.tenantId);
    }

    Uni<ImageView> change(Call call, UUID id, ChangeImage command) {
        checkPublic(call.caller(), command.visibility());
        return commands.change(call, work -> locked(call, work, id)
                .invoke(image -> call.requireMatch(image.revision.generation()))
                .invoke(Image::checkNotDeleted)
                .invoke(command::applyTo)
                .invoke(Image::check)
                .call(image ->
                        command.userGroupId() == null ? Uni.createFrom().voidItem() : checkGroup(call, work, image))
                .chain(image -> images.save(call, work, ImageEvents.CHANGED, image)));
    }

    /**
     * What has versions is not deleted, unless they are named: each of them says first what becomes of it. It can be taken back for a while.
     * Whoever asks again for the same finds it done.
     */
    Uni<ImageView> delete(Call call, UUID id, Set<UUID> with, boolean isAtOnce) {
        return commands.change(call, work -> locked(call, work, id)
                .invoke(image -> call.requireMatch(image.revision.generation()))
                .invoke(Image::checkNotProtected)
                .chain(image -> with.isEmpty()
                        ? delete(call, work, image, isAtOnce)
                        : delete(new Deletion(call, work, isAtOnce), image, with)));
    }

    /** What goes with it has changed its row, which is read anew. */
    private Uni<ImageView> delete(Deletion deletion, Image image, Set<UUID> with) {
        Work work = deletion.work();
        return companions
                .delete(deletion, image.id, with, kinds)
                .chain(() -> images.required(work, image.id))
                .chain(left -> left.isDeleted() && !deletion.isAtOnce()
                        ? Uni.createFrom().item(images.view(left))
                        : delete(deletion.call(), work, left, deletion.isAtOnce()));
    }

    private Uni<ImageView> delete(Call call, Work work, Image image, boolean isAtOnce) {
        return undo.end(work, isAtOnce)
                .map(end -> deleteAt(call, work, image, end))
                .orElseGet(() -> delete(call, work, image));
    }

    private Uni<ImageView> deleteAt(Call call, Work work, Image image, Instant end) {
        image.checkNotDeleted();
        return checkEmpty(work, dependent.living(), image)
                .invoke(() -> image.deleteAt(end))
                .chain(() -> images.save(call, work, ImageEvents.DELETION_SCHEDULED, image));
    }

    private Uni<ImageView> delete(Call call, Work work, Image image) {
        return checkEmpty(work, dependent.kept(), image)
                .invoke(image::delete)
                .chain(() -> images.delete(call, work, ImageEvents.DELETED, image));
    }

    private static Uni<Void> checkEmpty(Work work, String versions, Image image) {
        return work.values(String.class, versions + ImageProblems.SOME, image.id)
                .invoke(numbers -> {
                    if (!numbers.isEmpty()) {
                        throw ImageProblems.notEmpty(numbers);
                    }
                })
                .replaceWithVoid();
    }

    Uni<ImageView> restore(Call call, UUID id) {
        return commands.change(call, work -> locked(call, work, id)
                .invoke(image -> call.requireMatch(image.revision.generation()))
                .invoke(Image::restore)
                .chain(image -> images.save(call, work, ImageEvents.RESTORED, image)));
    }

    /** Ends one that nobody has taken back in time, once none of its versions is left. */
    public Uni<Void> end(Work work, UUID id) {
        return images.locked(work, id).chain(found -> found.filter(image -> image.isToEnd(work.now()))
                .map(image -> undo.isHeldOpen(work, image.tenantId)
                        .chain(isOpen -> isOpen ? Uni.createFrom().voidItem() : endUnlessKept(work, image)))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> endUnlessKept(Work work, Image image) {
        return work.exists(dependent.kept(), image.id)
                .chain(isKept -> isKept ? Uni.createFrom().voidItem() : ended(work, image));
    }

    private Uni<Void> ended(Work work, Image image) {
        image.delete();
        image.revision.deleted(null, work.now());
        return images.update(work, ImageEvents.DELETED, image).replaceWithVoid();
    }

    /** As they see it; fails with a problem where they may not. */
    public Uni<ImageView> get(Call call, UUID id) {
        return store.find(call.caller(), id).map(found -> found.orElseThrow(ImageProblems::notFound));
    }

    /** The same of one whose versions are given out. */
    public Uni<ImageView> getUsable(Call call, UUID id) {
        return get(call, id).invoke(Images::checkUsable);
    }

    Uni<Page<ImageView>> list(Call call, ImageFilter filter, ListPart page) {
        return store.list(call.caller(), filter, page);
    }

    /** One that the caller may change, to which nobody else adds or takes away until the transaction ends. */
    public Uni<ImageView> held(Call call, Work work, UUID id) {
        return locked(call, work, id).map(images::view);
    }

    /** The same of one that nobody has deleted. */
    public Uni<ImageView> heldLiving(Call call, Work work, UUID id) {
        return locked(call, work, id).invoke(Image::checkNotDeleted).map(images::view);
    }

    /** As {@link #held(Call, Work, UUID)}, of one that takes new things. */
    public Uni<ImageView> heldUsable(Call call, Work work, UUID id) {
        return held(call, work, id).invoke(Images::checkUsable);
    }

    /** The same for the platform's own work; one that is deleted meanwhile holds nobody up. */
    public Uni<Void> held(Work work, UUID id) {
        return images.locked(work, id).replaceWithVoid();
    }

    /** One that the caller may change and that can go to another tenant; it stays so until the transaction ends. */
    public Uni<ImageView> heldPrivate(Call call, Work work, UUID id) {
        return locked(call, work, id)
                .invoke(Image::checkNotDeleted)
                .invoke(Image::checkPrivate)
                .invoke(Image::checkNotProtected)
                .map(images::view);
    }

    /** The same for the platform's own work; empty where it is no more. */
    public Uni<Optional<ImageView>> heldPrivate(Work work, UUID id) {
        return images.locked(work, id)
                .map(found -> found.map(image -> {
                    image.checkNotDeleted();
                    image.checkPrivate();
                    image.checkNotProtected();
                    return images.view(image);
                }));
    }

    /** It is theirs from now on, for whoever holds it. */
    public Uni<Void> give(Work work, UUID id, Owner to) {
        return images.required(work, id)
                .chain(image -> images.transfer(work, ImageEvents.TRANSFERRED, image, given -> given.give(to)))
                .replaceWithVoid();
    }

    /** What it stands for without a version, for whoever holds it. */
    public Uni<Void> setDefaultDisk(Work work, UUID id, ImageDisk disk) {
        return images.locked(work, id).chain(found -> found.filter(image -> image.setDefaultDisk(disk))
                .map(image -> changed(work, image))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> changed(Work work, Image image) {
        image.revision.changed(work.cause().user(), work.now());
        return images.update(work, ImageEvents.CHANGED, image).replaceWithVoid();
    }

    private static void checkUsable(ImageView image) {
        if (image.status() == ImageStatus.ARCHIVED) {
            throw ImageProblems.archived();
        }
    }

    /** They go with their tenant, once their versions have gone. */
    @Produces
    @Singleton
    DataHolder ofDeletedTenant() {
        return OwnedAggregates.ofTenant(INNER, "images", images, ImageEvents.DELETED)
                .changing(Image::delete);
    }

    /** Public ones of the platform are seen by everybody, and locked by its own people only. */
    private static Uni<Image> locked(Call call, Work work, UUID id) {
        String visible = "select id from image where id = $1 and deleted_at is null and "
                + ImageStore.SEEN.seenBy(call.caller(), 2) + " for update";
        return work.some(ImageProblems::notFound, visible, id, call.caller().id())
                .chain(() -> work.session().get(Image.class, id, LockMode.PESSIMISTIC_WRITE));
    }
}
