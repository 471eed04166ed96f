package io.skyholm.compute.templateversion;

import io.quarkus.runtime.Startup;
import io.skyholm.compute.template.TemplateVersions;
import io.skyholm.compute.template.TemplateView;
import io.skyholm.events.compute.TemplateVersionEvents;
import io.skyholm.events.compute.TemplateVersionFact;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.aggregate.Facts;
import io.skyholm.runtime.quota.RowQuotas;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps what a template is at a moment; of its versions one is the latest, whoever makes two at once. */
@Startup
@Singleton
class VersionSnapshots implements TemplateVersions {

    private static final String LATEST = "from TemplateVersion where templateId = :template and isLatest";

    private final Facts<TemplateVersion, TemplateVersionFact> facts;
    private final RowQuotas quotas;

    VersionSnapshots(Aggregates aggregates, RowQuotas quotas) {
        this.facts = aggregates.facts(TemplateVersion.class, VersionView.class, TemplateVersionEvents.TYPES);
        this.quotas = quotas;
    }

    @Override
    public Uni<Void> first(Work work, TemplateView template, UUID by) {
        return freeze(work, template, null, by).replaceWithVoid();
    }

    /** To be called by who holds the template's row. */
    Uni<TemplateVersion> freeze(Work work, TemplateView template, @Nullable String changelog, UUID by) {
        TemplateVersion version = new TemplateVersion(template, changelog, by, work.now());
        return quotas.claim(work, template.tenantId(), CountedKind.TEMPLATE_VERSIONS)
                .chain(() -> work.session()
                        .createSelectionQuery(LATEST, TemplateVersion.class)
                        .setParameter("template", template.id())
                        .getSingleResultOrNull())
                .chain(latest -> latest == null ? Uni.createFrom().voidItem() : supersede(work, latest))
                .chain(() -> work.insert(version))
                .invoke(() -> facts.publish(work, TemplateVersionEvents.CREATED, version))
                .replaceWith(version);
    }

    private Uni<Void> supersede(Work work, TemplateVersion latest) {
        latest.isLatest = false;
        facts.publish(work, TemplateVersionEvents.SUPERSEDED, latest);
        return work.update(latest);
    }
}
