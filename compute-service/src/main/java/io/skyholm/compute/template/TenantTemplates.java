package io.skyholm.compute.template;

import static io.skyholm.deletion.DeletionStage.SETTINGS;

import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Emptied;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.OwnedRows;
import io.skyholm.events.compute.TemplateEvents;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** The templates of a tenant that is deleted. */
@Singleton
class TenantTemplates implements DataHolder {

    private static final OwnedRows LIVING = OwnedRows.livingOfTenant("template");

    private final TemplatePublisher publisher;

    TenantTemplates(TemplatePublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public Holding holding() {
        return Holding.ofTenant(SETTINGS, "templates", "template");
    }

    @Override
    public Uni<Emptied> empty(Work work, UUID tenant) {
        return LIVING.each(work, tenant, id -> work.lock(Template.class, id)
                .map(Optional::orElseThrow)
                .chain(template -> delete(work, template))
                .replaceWith(true));
    }

    private Uni<Void> delete(Work work, Template template) {
        template.delete(null, work.now());
        publisher.publish(work, TemplateEvents.DELETED, template);
        return work.update(template);
    }
}
