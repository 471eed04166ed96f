package io.skyholm.audit.entry;

import io.skyholm.audit.chain.Entry;
import io.skyholm.audit.chain.EntryJson;
import io.skyholm.runtime.problem.Problem;

/** The forms in which entries leave. */
public enum ExportFormat {

    /** A JSON object on each line: the form that can be verified. */
    jsonl("application/x-ndjson", "") {
        @Override
        String line(Entry entry) {
            return EntryJson.line(entry) + "\n";
        }
    },

    /** For spreadsheets. */
    csv("text/csv;charset=UTF-8", CsvLine.HEADER) {
        @Override
        String line(Entry entry) {
            return CsvLine.of(entry);
        }
    };

    private final String mediaType;
    private final String header;

    ExportFormat(String mediaType, String header) {
        this.mediaType = mediaType;
        this.header = header;
    }

    String mediaType() {
        return mediaType;
    }

    /** What comes before the first entry. */
    String header() {
        return header;
    }

    abstract String line(Entry entry);

    /** Whether digests come behind the entries, as a caller says it; only the form that can be verified has them. */
    boolean hasDigests(String wanted) {
        return switch (wanted) {
            case "false" -> false;
            case "true" -> {
                if (this != jsonl) {
                    throw Problem.invalid("digests", "can be true for format=jsonl only");
                }
                yield true;
            }
            default -> throw Problem.invalid("digests", "must be true or false");
        };
    }
}
