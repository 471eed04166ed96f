package io.skyholm.audit.entry;

import io.skyholm.audit.chain.Entry;
import io.skyholm.audit.chain.Occurrence;
import io.skyholm.runtime.http.CsvField;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Entries as RFC 4180 has them. */
final class CsvLine {

    static final String HEADER = """
            id,tenantId,userId,credential,action,resourceType,resourceId,eventType,generation,correlationId,details,\
            ipAddress,userAgent,status,createdAt,recordedAt,sequence,previousHash,hash\r
            """;

    private CsvLine() {}

    static String of(Entry entry) {
        Occurrence what = entry.what();
        return Stream.of(
                                what.id(),
                                what.tenantId(),
                                what.userId(),
                                what.credential(),
                                what.action(),
                                what.resourceType(),
                                what.resourceId(),
                                what.eventType(),
                                what.generation(),
                                what.correlationId(),
                                what.details(),
                                what.ipAddress(),
                                what.userAgent(),
                                what.status(),
                                what.createdAt(),
                                entry.recordedAt(),
                                entry.sequence(),
                                entry.previousHash(),
                                entry.hash())
                        .map(CsvField::of)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }
}
