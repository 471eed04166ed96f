package io.skyholm.storage.version;

import static io.skyholm.deletion.DeletionStage.SETTINGS;

import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.OwnedAggregates;
import io.skyholm.events.storage.ImageVersionEvents;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.image.ImageDependent;
import io.skyholm.storage.image.Images;
import io.skyholm.storage.object.StoredObjects;
import io.skyholm.storage.source.SourceAddresses;
import io.skyholm.storage.source.SourceUrl;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What callers can do with versions of images; who sees the image sees its versions. */
@ApplicationScoped
class Versions {

    private static final String OF_IMAGE =
            "select 1 from image_version where image_id = $1 and id = $2 and deleted_at is null";
    private static final String CHILDREN =
            "select 1 from image_version where parent_version_id = $1 and deleted_at is null";

    private final Commands commands;
    private final Images images;
    private final VersionStore store;
    private final CurrentVersions current;
    private final StoredObjects objects;
    private final VersionReader reader;
    private final VersionImports imports;
    private final SnapshotCopies copies;
    private final SourceAddresses addresses;
    private final VersionDependent dependent;
    private final VersionFollower follower;

    Versions(
            Commands commands,
            Images images,
            VersionStore store,
            CurrentVersions current,
            StoredObjects objects,
            VersionReader reader,
            VersionImports imports,
            SnapshotCopies copies,
            SourceAddresses addresses,
            VersionDependent dependent,
            VersionFollower follower) {
        this.commands = commands;
        this.images = images;
        this.store = store;
        this.current = current;
        this.objects = objects;
        this.reader = reader;
        this.imports = imports;
        this.copies = copies;
        this.addresses = addresses;
        this.dependent = dependent;
        this.follower = follower;
    }

    Uni<VersionView> create(Call call, UUID image, CreateImageVersion command) {
        command.checkSource();
        Optional<SourceUrl> source = Optional.ofNullable(command.sourceUrl()).map(addresses::checked);
        return commands.changeOnce(call, new OfImage(image, command), VersionView.class, work -> images.heldUsable(
                        call, work, image)
                .call(() -> checkParent(work, image, command.parentVersionId()))
                .map(found -> new ImageVersion(found, command, store.all().created(call)))
                .invoke(version -> source.ifPresent(from -> imports.begin(call, work, version, from)))
                .call(version -> copy(call, work, version, command.sourceSnapshotId()))
                .chain(version -> store.all().insert(work, ImageVersionEvents.CREATED, version)));
    }

    private Uni<Void> copy(Call call, Work work, ImageVersion version, @Nullable UUID snapshot) {
        return snapshot == null
                ? Uni.createFrom().voidItem()
                : copies.begin(call, work, new SnapshotCopies.VersionOfSnapshot(version.id, version.tenantId, snapshot))
                        .invoke(copied -> version.copies(snapshot, copied.object(), copied.sizeBytes()))
                        .chain(copied -> objects.announce(work, copied.object(), version.tenantId, copied.sizeBytes()));
    }

    /** A parent is older than its child, so that versions form a tree. */
    private static Uni<Void> checkParent(Work work, UUID image, @Nullable UUID parent) {
        return parent == null
                ? Uni.createFrom().voidItem()
                : work.some(VersionProblems::noSuchParent, OF_IMAGE, image, parent);
    }

    Uni<VersionView> change(Call call, UUID image, UUID id, ChangeImageVersion command) {
        return commands.change(call, work -> images.held(call, work, image)
                .chain(() -> store.locked(call, work, image, id))
                .invoke(command::applyTo)
                .invoke(version -> checkDefault(command, version))
                .chain(version -> store.save(work, ImageVersionEvents.CHANGED, version))
                .chain(view -> command.makesDefault()
                        ? madeDefault(work, view)
                        : Uni.createFrom().item(view)));
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

    /** Its bytes go, and an upload of them ends. */
    Uni<VersionView> delete(Call call, UUID image, UUID id) {
        return commands.change(call, work -> images.held(call, work, image)
                .chain(() -> store.locked(call, work, image, id))
                .call(() -> work.none(VersionProblems::isParent, CHILDREN, id))
                .call(() -> work.none(VersionProblems::isTagged, dependent.select(), id))
                .call(version -> version.isCopying()
                        ? copies.giveUp(work, id)
                        : Uni.createFrom().voidItem())
                .invoke(version -> letGo(work, version))
                .chain(version -> store.all().delete(call, work, ImageVersionEvents.DELETED, version))
                .call(() -> current.updateMarks(work, image, null)));
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
        return () -> "select 1 from image_version where image_id = $1 and deleted_at is null";
    }

    /** Which image it is belongs to what is asked for. */
    private record OfImage(UUID image, CreateImageVersion command) {}
}
