package io.skyholm.compute.template;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** The versions of templates, which the room above keeps. */
public interface TemplateVersions {

    /** Keeps what a new template is as its first version. */
    Uni<Void> first(Work work, TemplateView template, UUID by);
}
