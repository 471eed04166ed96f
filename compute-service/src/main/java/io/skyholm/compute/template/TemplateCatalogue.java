package io.skyholm.compute.template;

import io.skyholm.events.compute.TemplateStatus;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is made of a template, for the rooms that make it. */
@ApplicationScoped
public class TemplateCatalogue {

    private static final String OF_VERSION =
            "select config_snapshot from template_version where template_id = $1 and version_number = $2";

    private final TemplateStore store;
    private final TenantRead read;

    TemplateCatalogue(TemplateStore store, TenantRead read) {
        this.store = store;
        this.read = read;
    }

    /**
     * All that an instance or a set takes over from a template that the caller may use: as it is now, or as it was under a
     * version's number. Fails with a problem of that template, or of its version.
     */
    public Uni<ConfigSnapshot> of(Caller caller, UUID template, @Nullable String version) {
        return store.find(caller, template)
                .map(found ->
                        found.filter(known -> known.deletedAt() == null).orElseThrow(TemplateProblems::noSuchTemplate))
                .chain(found -> {
                    if (found.status() == TemplateStatus.ARCHIVED) {
                        throw TemplateProblems.archived();
                    }
                    return version == null ? Uni.createFrom().item(now(found)) : then(caller, template, version);
                });
    }

    /** What is needed of an instance that is there, whatever has become of its template since. */
    public Uni<TemplateMinimum> minimum(Caller caller, UUID template, @Nullable String version) {
        return (version == null
                        ? store.find(caller, template).map(found -> found.map(TemplateCatalogue::now))
                        : find(caller, template, version))
                .map(found -> found.map(ConfigSnapshot::minimum).orElse(TemplateMinimum.NONE));
    }

    private Uni<ConfigSnapshot> then(Caller caller, UUID template, String version) {
        return find(caller, template, version).map(found -> found.orElseThrow(TemplateProblems::noSuchVersion));
    }

    private Uni<Optional<ConfigSnapshot>> find(Caller caller, UUID template, String version) {
        return read.one(
                caller.scope(),
                Statement.of(OF_VERSION, template, version),
                row -> ConfigSnapshot.read(row.getString("config_snapshot")));
    }

    private static ConfigSnapshot now(TemplateView template) {
        return new ConfigSnapshot(
                template.templateType(),
                template.baseImageId(),
                template.defaultCpuCores(),
                template.defaultMemoryGb(),
                template.defaultStorageGb(),
                template.defaultGpuCount(),
                template.defaultBandwidthGbps(),
                template.minCpuCores(),
                template.minMemoryGb(),
                template.minStorageGb(),
                template.networkConfig(),
                template.userData(),
                template.members());
    }
}
