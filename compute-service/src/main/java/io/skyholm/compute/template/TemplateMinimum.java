package io.skyholm.compute.template;

import io.skyholm.runtime.problem.FieldProblem;
import io.skyholm.runtime.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an instance of a template has at least. */
public record TemplateMinimum(
        @Nullable Integer cpuCores,
        @Nullable Integer memoryGb,
        @Nullable Integer storageGb) {

    /** That of what asks for nothing. */
    public static final TemplateMinimum NONE = new TemplateMinimum(null, null, null);

    /** The same, but nothing that somebody has already is too little. */
    public TemplateMinimum butNoMoreThan(int cores, int memory, int storage) {
        return new TemplateMinimum(least(cpuCores, cores), least(memoryGb, memory), least(storageGb, storage));
    }

    /** Refuses a size that is too small by what it lacks, or by the one field that it comes from. */
    public void check(int cores, int memory, int storage, @Nullable String field) {
        List<FieldProblem> lacking = lacking("", cores, memory, storage);
        if (!lacking.isEmpty()) {
            throw field == null ? Problem.invalid(lacking) : Problem.invalid(field, sentence(lacking));
        }
    }

    /** Refuses a template that could not be taken as it is. */
    void checkDefaults(int cores, int memory, int storage) {
        List<FieldProblem> lacking = lacking("default", cores, memory, storage);
        if (!lacking.isEmpty()) {
            throw Problem.invalid(lacking);
        }
    }

    /** Refuses members of a set that are too small; those of another template are that one's concern. */
    void check(List<Member> members) {
        for (Member member : members) {
            TemplateSize size = member.size();
            if (size != null) {
                check(size.cpuCores(), size.memoryGb(), size.storageGb(), "members");
            }
        }
    }

    private List<FieldProblem> lacking(String prefix, int cores, int memory, int storage) {
        List<FieldProblem> lacking = new ArrayList<>();
        compare(lacking, name(prefix, "cpuCores"), cores, cpuCores);
        compare(lacking, name(prefix, "memoryGb"), memory, memoryGb);
        compare(lacking, name(prefix, "storageGb"), storage, storageGb);
        return lacking;
    }

    private static void compare(List<FieldProblem> lacking, String field, int there, @Nullable Integer least) {
        if (least != null && there < least) {
            lacking.add(new FieldProblem(field, "must be at least %d for this template".formatted(least)));
        }
    }

    private static String sentence(List<FieldProblem> lacking) {
        return lacking.stream().map(one -> one.field() + " " + one.message()).collect(Collectors.joining(", "));
    }

    private static String name(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static @Nullable Integer least(@Nullable Integer wanted, int there) {
        return wanted == null ? null : Math.min(wanted, there);
    }
}
