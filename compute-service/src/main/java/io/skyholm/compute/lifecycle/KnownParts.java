package io.skyholm.compute.lifecycle;

import io.skyholm.compute.part.Part;
import io.skyholm.events.host.DesiredVm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parts, and what their services last said of them. */
record KnownParts(List<Known> all) {

    /** One column for what was last said of each of these parts for the instance {@code $1} of the tenant {@code $3}, by their names. */
    static String column(List<Part> parts) {
        return parts.stream()
                .map(part -> "'" + part.name() + "', (" + part.column() + ")")
                .collect(Collectors.joining(", ", "json_build_object(", ")::text"));
    }

    /** What that column says of these parts. */
    static KnownParts read(List<Part> parts, Map<String, @Nullable String> column) {
        return new KnownParts(parts.stream()
                .map(part -> new Known(part, part.read(column.get(part.name()))))
                .toList());
    }

    /** Those of these names. */
    KnownParts only(List<String> names) {
        return new KnownParts(all.stream()
                .filter(known -> names.contains(known.part().name()))
                .toList());
    }

    /** The first that is not ready for that. */
    Optional<Known> missingFor(Part.Purpose purpose) {
        return all.stream().filter(known -> !known.report().isReadyFor(purpose)).findFirst();
    }

    /** The first that can never be as asked. */
    Optional<Known> failedFor(Part.Purpose purpose) {
        return all.stream()
                .filter(known -> known.report().hasFailedFor(purpose))
                .findFirst();
    }

    /** Whether a service has not yet said that it has taken back what it had prepared. */
    boolean isAnyHeld() {
        return all.stream().anyMatch(known -> known.report().progress() != Part.Progress.RELEASED);
    }

    /** All that the virtual machine gets of them: if one of these changes, its host is told again. */
    List<String> attachments() {
        return all.stream()
                .flatMap(known -> known.report().attachments().stream()
                        .map(id -> known.part().name() + "/" + id))
                .toList();
    }

    /** The desired virtual machine with all parts in it. */
    DesiredVm attachTo(DesiredVm vm) {
        DesiredVm whole = vm;
        for (Known known : all) {
            whole = known.part().attach(whole, known.report());
        }
        return whole;
    }

    /** One part. */
    record Known(Part part, Part.Report report) {}
}
