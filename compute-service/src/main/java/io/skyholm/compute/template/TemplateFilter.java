package io.skyholm.compute.template;

import io.skyholm.events.compute.TemplateStatus;
import io.skyholm.events.compute.TemplateType;
import io.skyholm.events.compute.TemplateVisibility;
import io.skyholm.runtime.page.Condition;
import io.skyholm.runtime.page.DeletableFilter;
import io.skyholm.runtime.page.Deleted;
import io.skyholm.runtime.page.TagFilter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which templates are wanted. */
public record TemplateFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,

        @QueryParam("name") @Condition(Condition.IGNORING_CASE) @Nullable String name,

        @QueryParam("templateType") @Nullable TemplateType templateType,
        @QueryParam("useCase") @Nullable UseCase useCase,
        @QueryParam("visibility") @Nullable TemplateVisibility visibility,
        @QueryParam("status") @Nullable TemplateStatus status,
        @BeanParam TagFilter tags,
        @QueryParam("deleted") @Nullable Deleted deleted)
        implements DeletableFilter {}
