package io.skyholm.compute.size;

import io.skyholm.compute.template.Blueprints;
import io.skyholm.events.compute.TemplateType;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the size that somebody asks for. */
@Singleton
public class Sizes {

    private static final String PLAN =
            "select id, cpu_cores, memory_gb, storage_gb, gpu_count from known_plan where id = $1 and is_active";
    private final TenantRead read;
    private final Blueprints blueprints;

    Sizes(TenantRead read, Blueprints blueprints) {
        this.read = read;
        this.blueprints = blueprints;
    }

    /** The size and what comes with it; a plan or template that cannot be taken is refused by its name. */
    public Uni<Chosen> choose(Caller caller, SizeWish wish) {
        if (wish.planId() != null) {
            return ofPlan(wish, wish.planId());
        }
        return wish.templateId() == null
                ? Uni.createFrom().item(outright(wish))
                : ofTemplate(caller, wish, wish.templateId());
    }

    private Uni<Chosen> ofPlan(SizeWish wish, UUID planId) {
        if (wish.saysSomething()) {
            throw Problem.invalid("planId", "says how large the instance is; leave the sizes out, or the plan");
        }
        return read.one(TenantScope.PLATFORM, Statement.of(PLAN, planId), Sizes::size)
                .map(size -> new Chosen(
                        size.orElseThrow(() -> Problem.invalid("planId", "names no plan that can be taken")),
                        planId,
                        wish.templateId(),
                        null,
                        null));
    }

    private Uni<Chosen> ofTemplate(Caller caller, SizeWish wish, UUID templateId) {
        return blueprints.of(caller, templateId, null).map(template -> {
            if (template.templateType() != TemplateType.INSTANCE) {
                throw Problem.invalid(
                        "templateId", "names a template of a whole set; launch that into an instance set");
            }
            UUID image = template.baseImageId();
            return new Chosen(
                    new Size(
                            or(wish.cpuCores(), template.cpuCores()),
                            or(wish.memoryGb(), template.memoryGb()),
                            or(wish.storageGb(), template.storageGb()),
                            or(wish.gpuCount(), template.gpuCount())),
                    null,
                    templateId,
                    image == null ? null : image.toString(),
                    template.userData());
        });
    }

    private static Chosen outright(SizeWish wish) {
        Size size = new Size(
                required("cpuCores", wish.cpuCores()),
                required("memoryGb", wish.memoryGb()),
                required("storageGb", wish.storageGb()),
                or(wish.gpuCount(), 0));
        return new Chosen(size, null, null, null, null);
    }

    private static int required(String field, @Nullable Integer value) {
        if (value == null) {
            throw Problem.invalid(field, "is needed where neither plan nor template gives it");
        }
        return value;
    }

    private static int or(@Nullable Integer wanted, int given) {
        return wanted == null ? given : wanted;
    }

    private static Size size(Row row) {
        return new Size(
                row.getInteger("cpu_cores"),
                row.getInteger("memory_gb"),
                row.getInteger("storage_gb"),
                row.getInteger("gpu_count"));
    }
}
