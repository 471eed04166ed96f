package io.skyholm.local.part;

import java.util.List;
import java.util.stream.Stream;

/** What Kafka and Connect write to their logs: warnings, and the few lines that tell how far they are. */
final class Logging {
    private static final String SIMPLE = "-Dorg.slf4j.simpleLogger.";

    private Logging() {}

    static List<String> warningsAnd(String... informative) {
        return Stream.concat(
                        Stream.of(
                                SIMPLE + "defaultLogLevel=warn",
                                SIMPLE + "showDateTime=true",
                                SIMPLE + "dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX"),
                        Stream.of(informative).map(logger -> SIMPLE + "log." + logger + "=info"))
                .toList();
    }
}
