package io.skyholm.compute.image;

import io.skyholm.compute.size.RequestedSize;
import io.skyholm.compute.size.Size;
import io.skyholm.events.storage.ImageStatus;
import io.skyholm.events.storage.ImageVersionStatus;
import io.skyholm.runtime.problem.FieldProblem;
import io.skyholm.runtime.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A version of an image that instances can boot from, and what they need for it. */
record BootVersion(
        UUID id,
        ImageVersionStatus versionStatus,
        ImageStatus status,
        @Nullable Integer sizeGb,
        @Nullable Integer minCpuCores,
        @Nullable Integer minMemoryGb,
        @Nullable Integer minStorageGb,
        @Nullable Integer recommendedCpuCores,
        @Nullable Integer recommendedMemoryGb) {

    private static final String DEPRECATED = "The image is deprecated; a newer one is advised";

    /** Refuses one that nothing boots from now, by the field that leads to it. */
    void checkUsable(String field) {
        if (versionStatus != ImageVersionStatus.AVAILABLE) {
            throw Problem.invalid(field, "leads to a version of an image that is " + versionStatus + ", not AVAILABLE");
        }
        if (status != ImageStatus.ACTIVE && status != ImageStatus.DEPRECATED) {
            throw Problem.invalid(field, "leads to an image that is " + status + ", not ACTIVE");
        }
    }

    /** Refuses a size that is too small by what it lacks, or by the one field that it comes from. */
    void checkSize(Size size, @Nullable String field) {
        checkSize(size, Size.UNLIMITED, field);
    }

    /** The same of an instance that is there: what it has already is never too little. */
    void checkSize(Size size, Size present, @Nullable String field) {
        List<FieldProblem> lacking = new ArrayList<>();
        compare(lacking, "cpuCores", size.cpuCores(), minCpuCores, present.cpuCores());
        compare(lacking, "memoryGb", size.memoryGb(), minMemoryGb, present.memoryGb());
        compare(lacking, "storageGb", size.storageGb(), leastStorage(), present.storageGb());
        if (!lacking.isEmpty()) {
            throw field == null ? Problem.invalid(lacking) : Problem.invalid(field, sentence(lacking));
        }
    }

    /** What was asked for, and what the image recommends where nothing was; of storage that is what its bytes take, or its minimum. */
    RequestedSize complete(RequestedSize requested) {
        return requested.or(recommendedCpuCores, recommendedMemoryGb, leastStorage());
    }

    /** What to say of one that is not as its owner, or whoever made it, advises; null where it is. */
    @Nullable String advice(Size size) {
        List<String> advised = new ArrayList<>();
        advise(advised, "cpuCores", size.cpuCores(), recommendedCpuCores);
        advise(advised, "memoryGb", size.memoryGb(), recommendedMemoryGb);
        String more = advised.isEmpty() ? null : "The image recommends " + String.join(" and ", advised);
        if (status == ImageStatus.ACTIVE) {
            return more;
        }
        return more == null ? DEPRECATED : DEPRECATED + ". " + more;
    }

    private static void advise(List<String> advised, String field, int there, @Nullable Integer recommended) {
        if (recommended != null && there < recommended) {
            advised.add("%s of %d or more".formatted(field, recommended));
        }
    }

    private int leastStorage() {
        return Math.max(Objects.requireNonNullElse(sizeGb, 0), Objects.requireNonNullElse(minStorageGb, 0));
    }

    private static void compare(
            List<FieldProblem> lacking, String field, int there, @Nullable Integer least, int most) {
        int needed = Math.min(Objects.requireNonNullElse(least, 0), most);
        if (there < needed) {
            lacking.add(new FieldProblem(field, "must be at least %d for this image".formatted(needed)));
        }
    }

    private static String sentence(List<FieldProblem> lacking) {
        return lacking.stream().map(one -> one.field() + " " + one.message()).collect(Collectors.joining(", "));
    }
}
