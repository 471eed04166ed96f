package io.skyholm.storage.upload;

import io.skyholm.runtime.problem.Problem;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The headers of tus 1.0.0, https://tus.io/protocols/resumable-upload. */
final class TusHeaders {

    static final String VERSION = "1.0.0";
    static final String RESUMABLE = "Tus-Resumable";
    static final String LENGTH = "Upload-Length";
    static final String OFFSET = "Upload-Offset";
    static final String METADATA = "Upload-Metadata";
    static final String EXPIRES = "Upload-Expires";
    static final String CHECKSUM = "Upload-Checksum";
    static final String BYTES = "application/offset+octet-stream";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");

    /** Pairs of a key and a value in Base64, which may be missing. */
    private static final Pattern PAIRS = Pattern.compile(
            "[\\x21-\\x2b\\x2d-\\x7e]+( [A-Za-z0-9+/]*={0,2})?(, ?[\\x21-\\x2b\\x2d-\\x7e]+( [A-Za-z0-9+/]*={0,2})?)*");

    private static final int LONGEST_METADATA = 2_000;

    private TusHeaders() {}

    /** Who says nothing means the only version there is. */
    static void checkVersion(@Nullable String said) {
        if (said != null && !said.equals(VERSION)) {
            throw UploadProblems.otherProtocol();
        }
    }

    static long number(String header, @Nullable String said) {
        if (said == null || !NUMBER.matcher(said).matches()) {
            throw Problem.invalid(header, "must be a number of bytes");
        }
        return Long.parseLong(said);
    }

    static long length(@Nullable String said, long most) {
        long length = number(LENGTH, said);
        if (length < 1 || length > most) {
            throw Problem.invalid(LENGTH, "must be 1 to " + most);
        }
        return length;
    }

    static @Nullable String metadata(@Nullable String said) {
        if (said == null || said.isEmpty()) {
            return null;
        }
        if (said.length() > LONGEST_METADATA || !PAIRS.matcher(said).matches()) {
            throw Problem.invalid(
                    METADATA, "must be pairs of a key and a Base64 value, together at most 2000 characters");
        }
        return said;
    }

    /** What every answer about an upload says. */
    static Map<String, String> of(UploadView upload) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(RESUMABLE, VERSION);
        headers.put(OFFSET, Long.toString(upload.uploadOffset()));
        headers.put(LENGTH, Long.toString(upload.uploadLength()));
        headers.put("Cache-Control", "no-store");
        if (upload.metadata() != null) {
            headers.put(METADATA, upload.metadata());
        }
        if (upload.status() == UploadStatus.OPEN) {
            headers.put(EXPIRES, httpDate(upload.expiresAt()));
        }
        return headers;
    }

    private static String httpDate(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
    }
}
