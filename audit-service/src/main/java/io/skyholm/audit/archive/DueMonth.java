package io.skyholm.audit.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A month past retention that still lies in the database, and what is known of its file. */
record DueMonth(
        LocalDate month, @Nullable String file, @Nullable String sha256) {

    Instant begins() {
        return month.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    Instant ends() {
        return month.plusMonths(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
