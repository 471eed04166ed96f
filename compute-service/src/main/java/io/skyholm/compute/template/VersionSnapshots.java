package io.skyholm.compute.template;

import io.skyholm.events.compute.TemplateVersionEvents;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.hibernate.LockMode;
import org.jspecify.annotations.Nullable;

/** Keeps what a template is at a moment; of its versions one is the latest, whoever makes two at once. */
@Singleton
class VersionSnapshots {

    private static final String LATEST = "from TemplateVersion where templateId = :template and isLatest";

    private final TemplatePublisher publisher;

    VersionSnapshots(TemplatePublisher publisher) {
        this.publisher = publisher;
    }

    /** A template that the caller may change, held until the transaction ends: the platform's public ones are seen only. */
    Uni<Template> held(Call call, Work work, UUID id) {
        String visible = "select id from template where id = $1 and deleted_at is null and "
                + TemplateStore.visibleTo(call.caller(), 2) + " for update";
        return work.query(visible, id, call.caller().id())
                .chain(found -> {
                    if (!found.hasNext()) {
                        throw TemplateProblems.notFound();
                    }
                    return work.session().get(Template.class, id, LockMode.PESSIMISTIC_WRITE);
                })
                .invoke(template -> call.requireMatch(template.generation));
    }

    /** To be called by who holds the template's row. */
    Uni<TemplateVersion> freeze(Work work, Template template, @Nullable String changelog, UUID by) {
        TemplateVersion version = new TemplateVersion(template, changelog, by, work.now());
        return work.session()
                .createSelectionQuery(LATEST, TemplateVersion.class)
                .setParameter("template", template.id)
                .getSingleResultOrNull()
                .chain(latest -> latest == null ? Uni.createFrom().voidItem() : supersede(work, latest))
                .chain(() -> work.insert(version))
                .invoke(() -> publisher.publish(work, TemplateVersionEvents.CREATED, version))
                .replaceWith(version);
    }

    private Uni<Void> supersede(Work work, TemplateVersion latest) {
        latest.isLatest = false;
        publisher.publish(work, TemplateVersionEvents.SUPERSEDED, latest);
        return work.update(latest);
    }
}
