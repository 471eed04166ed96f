package io.skyholm.audit.archive;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A month past retention that still lies in the database, and what is known of its file. */
record DueMonth(
        LocalDate month, @Nullable String file, @Nullable String sha256) {

    /** The first month that is kept in the database; those before it are due. */
    static LocalDate keptFrom(Instant now, int retentionMonths) {
        return YearMonth.from(now.atOffset(ZoneOffset.UTC))
                .minusMonths(retentionMonths)
                .atDay(1);
    }

    /** Whether its file lies in that folder as it was written. */
    boolean isArchivedIn(Path folder) {
        return file != null
                && ArchiveFile.isIntact(folder.resolve(file), Objects.requireNonNull(sha256, "a file has one"));
    }

    Instant begins() {
        return month.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    Instant ends() {
        return month.plusMonths(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
