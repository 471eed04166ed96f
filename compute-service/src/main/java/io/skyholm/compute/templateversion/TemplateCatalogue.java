package io.skyholm.compute.templateversion;

import io.skyholm.compute.template.ConfigSnapshot;
import io.skyholm.compute.template.TemplateMinimum;
import io.skyholm.compute.template.Templates;
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

    private final Templates templates;
    private final TenantRead read;

    TemplateCatalogue(Templates templates, TenantRead read) {
        this.templates = templates;
        this.read = read;
    }

    /**
     * All that an instance or a set takes over from a template that the caller may use: as it is now, or as it was under a
     * version's number. Fails with a problem of that template, or of its version.
     */
    public Uni<ConfigSnapshot> of(Caller caller, UUID template, @Nullable String version) {
        return templates
                .find(caller, template)
                .map(found ->
                        found.filter(known -> known.deletedAt() == null).orElseThrow(VersionProblems::noSuchTemplate))
                .chain(found -> {
                    if (found.status() == TemplateStatus.ARCHIVED) {
                        throw VersionProblems.archived();
                    }
                    return version == null
                            ? Uni.createFrom().item(ConfigSnapshot.of(found))
                            : then(caller, template, version);
                });
    }

    /** What is needed of an instance that is there, whatever has become of its template since. */
    public Uni<TemplateMinimum> minimum(Caller caller, UUID template, @Nullable String version) {
        return (version == null
                        ? templates.find(caller, template).map(found -> found.map(ConfigSnapshot::of))
                        : find(caller, template, version))
                .map(found -> found.map(ConfigSnapshot::minimum).orElse(TemplateMinimum.NONE));
    }

    private Uni<ConfigSnapshot> then(Caller caller, UUID template, String version) {
        return find(caller, template, version).map(found -> found.orElseThrow(VersionProblems::noSuchVersion));
    }

    private Uni<Optional<ConfigSnapshot>> find(Caller caller, UUID template, String version) {
        return read.one(
                caller.scope(),
                Statement.of(OF_VERSION, template, version),
                row -> ConfigSnapshot.read(row.getString("config_snapshot")));
    }
}
