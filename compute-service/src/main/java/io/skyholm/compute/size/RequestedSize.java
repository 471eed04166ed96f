package io.skyholm.compute.size;

import io.skyholm.compute.template.ConfigSnapshot;
import io.skyholm.runtime.http.Patch;
import io.skyholm.runtime.problem.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A size as somebody asks for it: a plan's, a template's, or outright; both others go before a template. The image may say the rest. */
public record RequestedSize(
        @Nullable UUID planId,
        @Nullable UUID templateId,
        @Nullable String templateVersion,
        @Nullable Integer cpuCores,
        @Nullable Integer memoryGb,
        @Nullable Integer storageGb,
        @Nullable Integer gpuCount) {

    /** Refuses a version that is of no template. */
    void requireTemplateOfVersion() {
        if (templateVersion != null && templateId == null) {
            throw nothingToBeAVersionOf();
        }
    }

    /** Whether nothing is left to be said but by a plan or a template. */
    public boolean isComplete() {
        return planId != null || templateId != null || (cpuCores != null && memoryGb != null && storageGb != null);
    }

    /** The same, with those where nothing is said. */
    public RequestedSize or(@Nullable Integer cores, @Nullable Integer memory, @Nullable Integer storage) {
        return new RequestedSize(
                planId,
                templateId,
                templateVersion,
                cpuCores == null ? cores : cpuCores,
                memoryGb == null ? memory : memoryGb,
                storageGb == null ? storage : storageGb,
                gpuCount);
    }

    static Problem nothingToBeAVersionOf() {
        return Problem.invalid("templateVersion", "needs the template of which it is a version");
    }

    /** Refuses a plan together with a size: which of the two counts would be anybody's guess. */
    void requirePlanAlone() {
        if (cpuCores != null || memoryGb != null || storageGb != null || gpuCount != null) {
            throw Problem.invalid("planId", "says how large the instance is; leave the sizes out, or the plan");
        }
    }

    /** The size that is said outright, all of it but GPUs. */
    Size explicit() {
        return new Size(
                required("cpuCores", cpuCores),
                required("memoryGb", memoryGb),
                required("storageGb", storageGb),
                Patch.of(gpuCount, 0));
    }

    /** The size that is said outright, and what a template says of the rest. */
    Size orOf(ConfigSnapshot template) {
        return new Size(
                Patch.of(cpuCores, template.cpuCores()),
                Patch.of(memoryGb, template.memoryGb()),
                Patch.of(storageGb, template.storageGb()),
                Patch.of(gpuCount, template.gpuCount()));
    }

    private static int required(String field, @Nullable Integer value) {
        if (value == null) {
            throw Problem.invalid(field, "is needed where no plan, template or image gives it");
        }
        return value;
    }
}
