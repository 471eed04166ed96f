package io.skyholm.storage.importing;

import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemKind;
import io.skyholm.storage.source.SourceAwayException;
import io.skyholm.storage.source.SourceRefusedException;
import io.skyholm.storage.upload.ImportedUploads;
import io.skyholm.storage.version.VersionImports;
import java.time.Duration;

/** What follows from a failure to fetch bytes. */
sealed interface ImportFailure {

    /** How often a source may be away, one time behind the other, before nobody believes in it. */
    int MOST = 10;

    int LONGEST_SHIFT = 6;
    Duration WAIT = Duration.ofSeconds(5);

    /** The import has failed. */
    record Final(String reason) implements ImportFailure {}

    /** It is tried again. */
    record Again(Duration delay) implements ImportFailure {}

    /** It is no fault of the source, and the reconciler's to deal with. */
    record Ours() implements ImportFailure {}

    /** What follows from that one, the so-and-so-many-th since something came. */
    static ImportFailure of(Throwable failure, int failures) {
        return switch (failure) {
            case SourceRefusedException refused -> new Final(String.valueOf(refused.getMessage()));
            case SourceAwayException away -> away(away, failures);
            case Problem problem -> problem(problem);
            default -> new Ours();
        };
    }

    private static ImportFailure away(SourceAwayException away, int failures) {
        return failures >= MOST
                ? new Final(String.valueOf(away.getMessage()))
                : new Again(Duration.ofSeconds(1L << Math.min(failures, LONGEST_SHIFT)));
    }

    /** A store that is away, another replica that is at it: both pass. */
    private static ImportFailure problem(Problem problem) {
        boolean passes = problem.getResponse().getStatus() == ProblemKind.UNAVAILABLE.status()
                || problem.code().equals(ImportedUploads.BUSY)
                || problem.code().equals(VersionImports.ENDED);
        return passes ? new Again(WAIT) : new Final(problem.detail());
    }
}
