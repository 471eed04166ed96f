package io.skyholm.storage.version;

import static io.skyholm.deletion.DeletionStage.SETTINGS;

import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.OwnedAggregates;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.storage.ImageVersionEvents;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.Companion;
import io.skyholm.storage.Deletion;
import io.skyholm.storage.UndoWindow;
import io.skyholm.storage.expiry.Expiries;
import io.skyholm.storage.expiry.ExpiryStep;
import io.skyholm.storage.image.ImageDependent;
import io.skyholm.storage.image.Images;
import io.skyholm.storage.object.StoredObjects;
import io.skyholm.storage.source.SourceAddresses;
import io.skyholm.storage.source.SourceUrl;
import io.skyholm.storage.wallet.Wallets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What callers can do with versions of images; who sees the image sees its versions. */
@ApplicationScoped
public class Versions implements Companion.OfImage {

    private static final Permission DELETE = new Permission(ResourceType.IMAGE, Action.DELETE);
    private static final String OF_IMAGE =
            "select 1 from image_version where image_id = $1 and id = $2 and deleted_at is null and deletable_at is null";

    /** Those that can still be taken back, too: none is left without the one that it was made from. */
    private static final String CHILDREN =
            "select 1 from image_version where parent_version_id = $1 and deleted_at is null";

    private static final String LIVING_CHILDREN = CHILDREN + " and deletable_at is null";
    private static final String NAMED =
            "select id from image_version where image_id = $1 and id = any($2) order by id desc";
    private static final String PROTECTED = "select 1 from image where id = $1 and deletion_protection";
    private static final String IMAGE_OF = "select image_id from image_version where id = $1";

    private final Commands commands;
    private final Images images;
    private final Wallets wallets;
    private final VersionStore store;
    private final CurrentVersions current;
    private final StoredObjects objects;
    private final VersionReader reader;
    private final VersionImports imports;
    private final SnapshotCopies copies;
    private final SourceAddresses addresses;
    private final VersionDependent dependent;
    private final VersionFollower follower;
    private final UndoWindow undo;
    private final Expiries expiries;

    Versions(
            Commands commands,
            Images images,
            Wallets wallets,
            VersionStore store,
            CurrentVersions current,
            StoredObjects objects,
            VersionReader reader,
            VersionImports imports,
            SnapshotCopies copies,
            SourceAddresses addresses,
            VersionDependent dependent,
            VersionFollower follower,
            UndoWindow undo,
            Expiries expiries) {
        this.commands = commands;
        this.images = images;
        this.wallets = wallets;
        this.store = store;
        this.current = current;
        this.objects = objects;
        this.reader = reader;
        this.imports = imports;
        this.copies = copies;
        this.addresses = addresses;
        this.dependent = dependent;
        this.follower = follower;
        this.undo = undo;
        this.expiries = expiries;
    }

    Uni<VersionView> create(Call call, UUID image, CreateImageVersion command) {
        Expiries.check(call, DELETE, command.expiresAt());
        command.checkSource();
        Optional<SourceUrl> source = Optional.ofNullable(command.sourceUrl()).map(addresses::checked);
        return commands.changeOnce(call, new OfImage(image, command), VersionView.class, work -> images.heldUsable(
                        call, work, image)
                .call(() -> images.heldLiving(call, work, image))
                .call(() -> checkParent(work, image, command.parentVersionId()))
                .map(found -> new ImageVersion(found, command, store.all().created(call)))
                .call(version -> wallets.require(work, version.tenantId))
                .invoke(version -> version.expiry.change(command.expiresAt(), work.now()))
                .invoke(version -> source.ifPresent(from -> imports.begin(call, work, version, from)))
                .call(version -> copy(call, work, version, command.sourceSnapshotId()))
                .chain(version -> store.all().insert(work, ImageVersionEvents.CREATED, version)));
    }

    private Uni<Void> copy(Call call, Work work, ImageVersion version, @Nullable UUID snapshot) {
        return snapshot == null
                ? Uni.createFrom().voidItem()
                : copies.begin(call, work, new SnapshotCopies.VersionOfSnapshot(version.id, version.tenantId, snapshot))
                        .invoke(copied -> version.copies(snapshot, copied.object(), copied.sizeBytes()))
                        .invoke(() -> version.fileServerId = objects.fileServerId())
                        .chain(copied -> objects.announce(work, copied.object(), version.tenantId, copied.sizeBytes()));
    }

    /** A parent is older than its child, so that versions form a tree. */
    private static Uni<Void> checkParent(Work work, UUID image, @Nullable UUID parent) {
        return parent == null
                ? Uni.createFrom().voidItem()
                : work.some(VersionProblems::noSuchParent, OF_IMAGE, image, parent);
    }

    Uni<VersionView> change(Call call, UUID image, UUID id, ChangeImageVersion command) {
        Expiries.check(call, DELETE, command.expiresAt());
        return commands.change(call, work -> images.held(call, work, image)
                .chain(() -> store.locked(call, work, image, id))
                .invoke(ImageVersion::checkNotDeleted)
                .invoke(command::applyTo)
                .invoke(version -> expire(work, version, command))
                .invoke(version -> checkDefault(command, version))
                .chain(version -> store.save(work, ImageVersionEvents.CHANGED, version))
                .chain(view -> command.makesDefault()
                        ? madeDefault(work, view)
                        : Uni.createFrom().item(view)));
    }

    private static void expire(Work work, ImageVersion version, ChangeImageVersion command) {
        if (command.expiresAt() != null) {
            version.expiry.change(command.expiresAt().orElse(null), work.now());
        }
    }

    private static void checkDefault(ChangeImageVersion command, ImageVersion version) {
        if (command.makesDefault() && !version.isAvailable()) {
            throw VersionProblems.notAvailable();
        }
    }

    private Uni<VersionView> madeDefault(Work work, VersionView version) {
        return current.updateMarks(work, version.imageId(), version.id())
                .chain(() -> store.required(work, version.imageId(), version.id()))
                .map(store.all()::view);
    }

    /** What can be used can be taken back for a while; of any other the bytes go at once, and an upload of them ends. */
    Uni<VersionView> delete(Call call, UUID image, UUID id, boolean isAtOnce) {
        return commands.change(call, work -> images.held(call, work, image)
                .chain(() -> store.locked(call, work, image, id))
                .invoke(version -> checkDeletable(version, isAtOnce))
                .chain(version -> delete(work, version, isAtOnce)));
    }

    /** After the tags that name them. */
    @Override
    public int order() {
        return 2;
    }

    @Override
    public String named() {
        return NAMED;
    }

    @Override
    public Uni<Void> deleteNamed(Deletion deletion, UUID id) {
        return store.locked(deletion.work(), id)
                .chain(found -> found.filter(version -> deletion.isAtOnce() || version.deletableAt == null)
                        .map(version -> delete(deletion.work(), version, deletion.isAtOnce())
                                .replaceWithVoid())
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<VersionView> delete(Work work, ImageVersion version, boolean isAtOnce) {
        return checkNotProtected(work, version)
                .chain(() -> work.none(VersionProblems::isTagged, dependent.select(), version.id))
                .chain(() -> undo.end(work, isAtOnce || !version.isAvailable())
                        .map(end -> deleteAt(work, version, end))
                        .orElseGet(() -> delete(work, version)))
                .call(() -> current.updateMarks(work, version.imageId, null));
    }

    /** An image is what its versions are: one that can be used stays as long as its image is to. */
    private static Uni<Void> checkNotProtected(Work work, ImageVersion version) {
        return version.isAvailable()
                ? work.none(VersionProblems::isProtected, PROTECTED, version.imageId)
                : Uni.createFrom().voidItem();
    }

    private static void checkDeletable(ImageVersion version, boolean isAtOnce) {
        if (!isAtOnce) {
            version.checkNotDeleted();
        }
    }

    private Uni<VersionView> deleteAt(Work work, ImageVersion version, Instant end) {
        return work.none(VersionProblems::isParent, LIVING_CHILDREN, version.id)
                .invoke(() -> version.deleteAt(end))
                .chain(() -> store.save(work, ImageVersionEvents.DELETION_SCHEDULED, version));
    }

    private Uni<VersionView> delete(Work work, ImageVersion version) {
        return work.none(VersionProblems::isParent, CHILDREN, version.id).chain(() -> ended(work, version));
    }

    private Uni<VersionView> ended(Work work, ImageVersion version) {
        Uni<?> copied = version.isCopying()
                ? copies.giveUp(work, version.id)
                : Uni.createFrom().voidItem();
        return copied.invoke(() -> letGo(work, version))
                .invoke(() -> version.revision.deleted(work.cause().user(), work.now()))
                .chain(() -> store.all().update(work, ImageVersionEvents.DELETED, version));
    }

    Uni<VersionView> restore(Call call, UUID image, UUID id) {
        return commands.change(call, work -> images.heldLiving(call, work, image)
                .chain(() -> store.locked(call, work, image, id))
                .invoke(ImageVersion::restore)
                .call(version -> checkParentLives(work, version))
                .call(version -> store.save(work, ImageVersionEvents.RESTORED, version))
                .call(() -> current.updateMarks(work, image, null))
                .chain(() -> store.required(work, image, id))
                .map(store.all()::view));
    }

    private static Uni<Void> checkParentLives(Work work, ImageVersion version) {
        return version.parentVersionId == null
                ? Uni.createFrom().voidItem()
                : work.some(VersionProblems::parentIsDeleted, OF_IMAGE, version.imageId, version.parentVersionId);
    }

    /** Ends one that nobody has taken back in time, once none is left that was made from it. */
    public Uni<Void> end(Work work, UUID id) {
        return held(work, id).chain(found -> found.filter(version -> version.isToEnd(work.now()))
                .map(version -> undo.isHeldOpen(work, version.tenantId)
                        .chain(isOpen -> isOpen ? Uni.createFrom().voidItem() : endUnlessParent(work, version)))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** Whoever changes one holds its image first. */
    private Uni<Optional<ImageVersion>> held(Work work, UUID id) {
        return work.values(UUID.class, IMAGE_OF, id)
                .chain(of -> Sequentially.of(of, image -> images.held(work, image)))
                .chain(() -> store.locked(work, id));
    }

    /** Has its owner told that it expires soon, or deletes it as its owner would; says when to look again. */
    public Uni<Next> expire(Work work, UUID id) {
        return held(work, id).chain(found -> found.filter(version -> version.deletableAt == null)
                .map(version ->
                        expiries.step(work, version.expiry, version.tenantId, step -> make(work, version, step)))
                .orElseGet(() -> Uni.createFrom().item(Next.DONE)));
    }

    private Uni<?> make(Work work, ImageVersion version, ExpiryStep step) {
        return switch (step) {
            case TELL -> store.save(work, ImageVersionEvents.EXPIRING, version);
            case DELETE -> delete(work, version, false);
            case BLOCK -> store.save(work, ImageVersionEvents.EXPIRY_BLOCKED, version);
        };
    }

    private Uni<Void> endUnlessParent(Work work, ImageVersion version) {
        return work.exists(CHILDREN, version.id)
                .chain(isParent -> isParent
                        ? Uni.createFrom().voidItem()
                        : ended(work, version).replaceWithVoid());
    }

    /** What a host may still write is removed by whoever gives that up. */
    private void letGo(Work work, ImageVersion version) {
        follower.takesNoBytes(work, version.id);
        if (version.objectId != null && !version.isCopying()) {
            objects.remove(work, version.objectId);
        }
        version.delete();
    }

    Uni<VersionView> get(Call call, UUID image, UUID id) {
        return reader.get(call, image, id);
    }

    Uni<Page<VersionView>> list(Call call, UUID image, VersionFilter filter, ListPart page) {
        return images.get(call, image).chain(() -> store.list(call, image, filter, page));
    }

    /** They go with their tenant, and their bytes after them. */
    @Produces
    @Singleton
    DataHolder ofDeletedTenant() {
        return OwnedAggregates.ofTenant(SETTINGS, "versions of images", store.all(), ImageVersionEvents.DELETED)
                .changing(this::letGo);
    }

    /** They keep their image from being deleted. */
    @Produces
    @Singleton
    static ImageDependent ofDeletedImage() {
        return new KeepImage();
    }

    /** Which image it is belongs to what is asked for. */
    private record OfImage(UUID image, CreateImageVersion command) {}

    private record KeepImage() implements ImageDependent {

        @Override
        public String living() {
            return kept() + " and deletable_at is null";
        }

        @Override
        public String kept() {
            return "select version_number from image_version where image_id = $1 and deleted_at is null";
        }
    }
}
