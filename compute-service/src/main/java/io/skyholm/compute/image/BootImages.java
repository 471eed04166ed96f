package io.skyholm.compute.image;

import io.skyholm.compute.size.RequestedSize;
import io.skyholm.compute.size.ResolvedLaunch;
import io.skyholm.compute.size.Size;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.group.GroupVisibility;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.record.RowType;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the version of an image that an instance boots from. */
@Singleton
public class BootImages {

    private static final String NAMED = "imageVersionId";
    private static final GroupVisibility SEEN = new GroupVisibility(ResourceType.IMAGE);
    private static final Permission READ = new Permission(ResourceType.IMAGE, Action.READ);

    private static final String VERSION = """
            select version.id, version_status, status, size_gb, min_cpu_cores, min_memory_gb, min_storage_gb,
                recommended_cpu_cores, recommended_memory_gb
            from known_image_version version join known_image image on image.id = image_id
            where version.id = $1 and version_status <> 'DELETED' and status <> 'DELETED'""";

    /** What an instance boots from may be deleted by then. */
    private static final String ANY_VERSION = """
            select version.id, version_status, status, size_gb, min_cpu_cores, min_memory_gb, min_storage_gb,
                recommended_cpu_cores, recommended_memory_gb
            from known_image_version version join known_image image on image.id = image_id where version.id = $1""";

    private static final String DEFAULT =
            "select default_version_id as id from known_image where id = $1 and default_version_id is not null";

    private static final String OF_TENANT = """
            select 1 from known_image_version version join known_image image on image.id = image_id
            where version.id = $1 and (image.tenant_id is null or image.tenant_id = $2 or visibility = 'PUBLIC')""";

    private final TenantRead read;

    BootImages(TenantRead read) {
        this.read = read;
    }

    /** What a request says of an instance's image: a name of the caller's own, or a version. */
    public record Wanted(@Nullable String image, @Nullable UUID imageVersionId) {

        /** Neither: the template decides. */
        public static final Wanted NOTHING = new Wanted(null, null);
    }

    /** A size as it was asked for; where neither a plan nor a template is named, the version that is says the rest. */
    public Uni<RequestedSize> complete(Caller caller, Wanted wanted, RequestedSize requested) {
        UUID version = wanted.imageVersionId();
        return version == null || wanted.image() != null || requested.isComplete()
                ? Uni.createFrom().item(requested)
                : usable(caller, version, NAMED).map(found -> found.complete(requested));
    }

    /** What was chosen, with the version that is wanted or that the template's image has; refuses what cannot be booted from. */
    public Uni<ResolvedLaunch> of(Caller caller, Wanted wanted, ResolvedLaunch chosen) {
        UUID version = wanted.imageVersionId();
        if (version != null && wanted.image() != null) {
            throw Problem.invalid(NAMED, "is not named beside an image");
        }
        if (version != null) {
            return usable(caller, version, NAMED)
                    .invoke(found -> found.checkSize(chosen.size(), sourceOf(chosen)))
                    .map(found -> chosen.withImageVersion(version, found.advice(chosen.size())));
        }
        return wanted.image() == null
                ? ofTemplate(caller, chosen)
                : Uni.createFrom().item(chosen);
    }

    /**
     * A template's image is the id of one that storage has, or of one that another system knows. One of another tenant is taken for
     * the latter, or a template would tell which there are.
     */
    private Uni<ResolvedLaunch> ofTemplate(Caller caller, ResolvedLaunch chosen) {
        return chosen.baseImageId()
                .map(image -> defaultOf(caller, image)
                        .chain(found -> found.map(version -> withDefault(caller, version, chosen))
                                .orElseGet(() -> Uni.createFrom().item(chosen))))
                .orElseGet(() -> Uni.createFrom().item(chosen));
    }

    private Uni<Optional<UUID>> defaultOf(Caller caller, UUID image) {
        return read.one(caller.scope(), Statement.of(DEFAULT, image), row -> row.getUUID("id"));
    }

    private Uni<ResolvedLaunch> withDefault(Caller caller, UUID version, ResolvedLaunch chosen) {
        return usable(caller, version, "templateId")
                .invoke(found -> found.checkSize(chosen.size(), sourceOf(chosen)))
                .map(found -> chosen.withImageVersion(version, found.advice(chosen.size())));
    }

    private Uni<BootVersion> usable(Caller caller, UUID version, String field) {
        if (!caller.may(READ)) {
            throw notFound(field);
        }
        Statement statement = Statement.of(VERSION + " and " + SEEN.seenBy(caller, 2), version, caller.id());
        return read.one(caller.scope(), statement, RowType.of(BootVersion.class))
                .map(found -> found.orElseThrow(() -> notFound(field)))
                .invoke(found -> found.checkUsable(field));
    }

    /** Refuses another size that is less than an instance's image needs. */
    public Uni<ResolvedLaunch> check(ResolvedLaunch wanted, @Nullable UUID version, Size present) {
        return version == null
                ? Uni.createFrom().item(wanted)
                : known(version)
                        .invoke(found ->
                                found.ifPresent(known -> known.checkSize(wanted.size(), present, sourceOf(wanted))))
                        .replaceWith(wanted);
    }

    private Uni<Optional<BootVersion>> known(UUID version) {
        return read.one(TenantScope.PLATFORM, Statement.of(ANY_VERSION, version), RowType.of(BootVersion.class));
    }

    /** Refuses a version of another tenant's: operators see all, and make instances for everybody. */
    public Uni<Void> checkOwner(Work work, @Nullable UUID version, UUID tenant) {
        return version == null
                ? Uni.createFrom().voidItem()
                : work.some(() -> notFound(NAMED), OF_TENANT, version, tenant);
    }

    /** The same before a transaction begins. */
    public Uni<Void> checkOwner(@Nullable UUID version, UUID tenant) {
        return version == null
                ? Uni.createFrom().voidItem()
                : read.one(TenantScope.PLATFORM, Statement.of(OF_TENANT, version, tenant), row -> true)
                        .map(found -> found.orElseThrow(() -> notFound(NAMED)))
                        .replaceWithVoid();
    }

    private static Problem notFound(String field) {
        return Problem.invalid(field, "leads to no version of an image that you may use");
    }

    /** Who takes a plan has said no size of their own. */
    private static @Nullable String sourceOf(ResolvedLaunch chosen) {
        return chosen.planId() == null ? null : "planId";
    }
}
