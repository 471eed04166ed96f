package io.skyholm.compute.size;

import io.skyholm.compute.template.ConfigSnapshot;
import io.skyholm.compute.template.TemplateMinimum;
import io.skyholm.compute.templateversion.TemplateCatalogue;
import io.skyholm.events.compute.TemplateType;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.record.RowType;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the size that somebody asks for. */
@Singleton
public class Sizes {

    private static final String PLAN =
            "select id, cpu_cores, memory_gb, storage_gb, gpu_count from known_plan where id = $1 and is_active";
    private final TenantRead read;
    private final TemplateCatalogue templates;

    Sizes(TenantRead read, TemplateCatalogue templates) {
        this.read = read;
        this.templates = templates;
    }

    /** The size and what comes with it; a plan or template that cannot be taken is refused by its name. */
    public Uni<ResolvedLaunch> choose(Caller caller, RequestedSize requested) {
        return requested.templateId() == null
                ? plain(requested)
                : withTemplate(caller, requested, requested.templateId());
    }

    private Uni<ResolvedLaunch> plain(RequestedSize requested) {
        requested.requireTemplateOfVersion();
        Uni<Size> size = requested.planId() == null
                ? Uni.createFrom().item(requested.explicit())
                : ofPlan(requested, requested.planId());
        return size.map(found -> new ResolvedLaunch(found, requested.planId(), null, null, null, null, null));
    }

    /** What a template gives to an instance that keeps its size. */
    public Uni<ResolvedLaunch> keeping(Caller caller, Size size, @Nullable UUID template, @Nullable String version) {
        if (template == null) {
            throw RequestedSize.nothingToBeAVersionOf();
        }
        return template(caller, template, version).map(snapshot -> {
            check(snapshot.minimum(), size, version == null ? "templateId" : "templateVersion");
            return chosen(new RequestedSize(null, template, version, null, null, null, null), size, snapshot);
        });
    }

    /** Refuses another size that is less than an instance's template needs; what it has already is never too little. */
    public Uni<ResolvedLaunch> check(Caller caller, ResolvedLaunch wanted, Present present) {
        if (present.templateId() == null) {
            return Uni.createFrom().item(wanted);
        }
        Size size = present.size();
        return templates
                .minimum(caller, present.templateId(), present.templateVersion())
                .map(minimum -> minimum.butNoMoreThan(size.cpuCores(), size.memoryGb(), size.storageGb()))
                .invoke(minimum -> check(minimum, wanted.size(), wanted.planId() == null ? null : "planId"))
                .replaceWith(wanted);
    }

    /** What an instance is now. */
    public record Present(
            Size size, @Nullable UUID templateId, @Nullable String templateVersion) {}

    private Uni<ResolvedLaunch> withTemplate(Caller caller, RequestedSize requested, UUID templateId) {
        return template(caller, templateId, requested.templateVersion()).chain(template -> size(requested, template)
                .invoke(size -> check(template.minimum(), size, requested.planId() == null ? null : "planId"))
                .map(size -> chosen(requested, size, template)));
    }

    private Uni<ConfigSnapshot> template(Caller caller, UUID templateId, @Nullable String version) {
        return templates.of(caller, templateId, version).invoke(template -> {
            if (template.templateType() != TemplateType.INSTANCE) {
                throw Problem.invalid(
                        "templateId", "names a template of a whole set; launch that into an instance set");
            }
        });
    }

    private static void check(TemplateMinimum minimum, Size size, @Nullable String field) {
        minimum.check(size.cpuCores(), size.memoryGb(), size.storageGb(), field);
    }

    private static ResolvedLaunch chosen(RequestedSize requested, Size size, ConfigSnapshot template) {
        UUID image = template.baseImageId();
        return new ResolvedLaunch(
                size,
                requested.planId(),
                requested.templateId(),
                requested.templateVersion(),
                image == null ? null : image.toString(),
                null,
                template.userData());
    }

    private Uni<Size> size(RequestedSize requested, ConfigSnapshot template) {
        return requested.planId() != null
                ? ofPlan(requested, requested.planId())
                : Uni.createFrom().item(requested.orOf(template));
    }

    private Uni<Size> ofPlan(RequestedSize requested, UUID planId) {
        requested.requirePlanAlone();
        return read.one(TenantScope.PLATFORM, Statement.of(PLAN, planId), RowType.of(Size.class))
                .map(size -> size.orElseThrow(() -> Problem.invalid("planId", "names no plan that can be taken")));
    }
}
