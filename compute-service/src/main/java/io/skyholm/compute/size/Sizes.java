package io.skyholm.compute.size;

import io.skyholm.compute.template.Blueprints;
import io.skyholm.compute.template.ConfigSnapshot;
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
        return wish.templateId() == null ? plain(wish) : furnished(caller, wish, wish.templateId());
    }

    private Uni<Chosen> plain(SizeWish wish) {
        if (wish.templateVersion() != null) {
            throw Problem.invalid("templateVersion", "needs the templateId of which it is a version");
        }
        Uni<Size> size = wish.planId() == null ? Uni.createFrom().item(outright(wish)) : ofPlan(wish, wish.planId());
        return size.map(found -> new Chosen(found, wish.planId(), null, null, null, null));
    }

    private Uni<Chosen> furnished(Caller caller, SizeWish wish, UUID templateId) {
        return blueprints.of(caller, templateId, wish.templateVersion()).chain(template -> {
            if (template.templateType() != TemplateType.INSTANCE) {
                throw Problem.invalid(
                        "templateId", "names a template of a whole set; launch that into an instance set");
            }
            return size(wish, template).map(size -> chosen(wish, size, template));
        });
    }

    private static Chosen chosen(SizeWish wish, Size size, ConfigSnapshot template) {
        UUID image = template.baseImageId();
        return new Chosen(
                size,
                wish.planId(),
                wish.templateId(),
                wish.templateVersion(),
                image == null ? null : image.toString(),
                template.userData());
    }

    private Uni<Size> size(SizeWish wish, ConfigSnapshot template) {
        return wish.planId() != null
                ? ofPlan(wish, wish.planId())
                : Uni.createFrom()
                        .item(new Size(
                                or(wish.cpuCores(), template.cpuCores()),
                                or(wish.memoryGb(), template.memoryGb()),
                                or(wish.storageGb(), template.storageGb()),
                                or(wish.gpuCount(), template.gpuCount())));
    }

    private Uni<Size> ofPlan(SizeWish wish, UUID planId) {
        if (wish.saysSomething()) {
            throw Problem.invalid("planId", "says how large the instance is; leave the sizes out, or the plan");
        }
        return read.one(TenantScope.PLATFORM, Statement.of(PLAN, planId), Sizes::size)
                .map(size -> size.orElseThrow(() -> Problem.invalid("planId", "names no plan that can be taken")));
    }

    private static Size outright(SizeWish wish) {
        return new Size(
                required("cpuCores", wish.cpuCores()),
                required("memoryGb", wish.memoryGb()),
                required("storageGb", wish.storageGb()),
                or(wish.gpuCount(), 0));
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
