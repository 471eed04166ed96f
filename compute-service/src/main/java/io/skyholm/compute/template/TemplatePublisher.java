package io.skyholm.compute.template;

import io.skyholm.events.EventType;
import io.skyholm.events.compute.TemplateFact;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;
import java.util.List;

/** Tells the world what a template is now. */
@Singleton
class TemplatePublisher {

    private final Outbox outbox;

    TemplatePublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void publish(Work work, EventType<TemplateFact> type, Template template) {
        outbox.publish(
                work,
                type,
                new TemplateFact(
                        template.id,
                        template.revision.generation(),
                        template.tenantId,
                        template.ownerId,
                        template.name,
                        template.description,
                        template.useCase == null ? null : template.useCase.name(),
                        template.templateType,
                        template.baseImageId,
                        template.defaultCpuCores,
                        template.defaultMemoryGb,
                        template.defaultStorageGb,
                        template.defaultGpuCount,
                        template.minCpuCores,
                        template.minMemoryGb,
                        template.minStorageGb,
                        List.of(template.tags),
                        template.visibility,
                        template.userGroupId,
                        template.version,
                        template.status,
                        template.revision.createdAt(),
                        template.revision.updatedAt(),
                        template.revision.createdBy(),
                        template.revision.updatedBy(),
                        template.revision.deletedAt()));
    }
}
