package io.skyholm.audit.archive;

import io.skyholm.audit.chain.Head;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A month that lies in a file, and where its chains ended. */
record ArchivedMonth(
        LocalDate month,
        String file,
        long entries,
        String sha256,
        @Nullable Long firstPosition,
        @Nullable Long lastPosition,
        List<Head> ends) {}
