package io.skyholm.storage.version;

import io.quarkus.runtime.Startup;
import io.skyholm.events.EventType;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.storage.ImageVersionEvents;
import io.skyholm.events.storage.ImageVersionFact;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** Finds versions, and writes what they have become. */
@Startup
@Singleton
class VersionStore {

    private static final Select<VersionView> SELECT =
            Select.of(VersionView.class, "image_version").with("filePath", """
                    case when status = 'AVAILABLE' and deletable_at is null then '/v1/images/' || image_id || '/versions/' || id || '/content' end""");

    private final Aggregate<ImageVersion, VersionView, ImageVersionFact> versions;

    VersionStore(Aggregates aggregates) {
        this.versions = aggregates
                .of("image version", ImageVersion.class, SELECT, ImageVersionEvents.TYPES)
                .counted(CountedKind.IMAGE_VERSIONS)
                .explaining(VersionProblems.CONFLICTS);
    }

    Aggregate<ImageVersion, VersionView, ImageVersionFact> all() {
        return versions;
    }

    Uni<VersionView> find(Call call, UUID image, UUID id) {
        return versions.views()
                .find(call.caller().scope(), "image_id = $1 and id = $2", image, id)
                .map(found -> found.orElseThrow(VersionProblems::notFound));
    }

    Uni<Page<VersionView>> list(Call call, UUID image, VersionFilter filter, ListPart page) {
        return versions.page(call, versions.query().where("image_id = ?", image).matching(filter), page);
    }

    /** One of that image, which the caller has seen in this version. */
    Uni<ImageVersion> locked(Call call, Work work, UUID image, UUID id) {
        return required(work, image, id).invoke(version -> call.requireMatch(version.revision.generation()));
    }

    /** One of that image, whoever asks. */
    Uni<ImageVersion> required(Work work, UUID image, UUID id) {
        return versions.required(work, id).invoke(version -> {
            if (!version.imageId.equals(image)) {
                throw VersionProblems.notFound();
            }
        });
    }

    Uni<Optional<ImageVersion>> locked(Work work, UUID id) {
        return versions.locked(work, id);
    }

    /** Counts a change of whoever acts, writes it and tells of it. */
    Uni<VersionView> save(Work work, EventType<ImageVersionFact> type, ImageVersion version) {
        version.revision.changed(work.cause().user(), work.now());
        return versions.update(work, type, version);
    }

    /** Changes the one of these bytes; one whose bytes are others by now, or that is deleted, stays as it is. */
    Uni<Void> ofBytes(Work work, UUID id, UUID object, BiFunction<Work, ImageVersion, Uni<Void>> change) {
        return locked(work, id).chain(found -> found.filter(version -> object.equals(version.objectId))
                .map(version -> change.apply(work, version))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
