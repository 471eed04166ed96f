package io.skyholm.storage.download;

import io.skyholm.storage.object.ObjectChain;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is answered to a download.
 *
 * @param isKnown whether the caller has it already
 */
record Download(ObjectChain bytes, ByteRange range, String tag, String fileName, boolean isKnown) {

    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int NOT_MODIFIED = 304;

    static Download of(Downloadable bytes, Wanted wanted) {
        String tag = "\"sha256-" + bytes.checksumSha256() + "\"";
        boolean sameAsBefore = wanted.ifRange() == null || wanted.ifRange().equals(tag);
        ByteRange range =
                ByteRange.of(sameAsBefore ? wanted.range() : null, bytes.bytes().sizeBytes());
        return new Download(bytes.bytes(), range, tag, bytes.fileName(), tag.equals(wanted.ifNoneMatch()));
    }

    int status() {
        if (isKnown) {
            return NOT_MODIFIED;
        }
        return range.isWhole() ? OK : PARTIAL;
    }

    Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("ETag", List.of(tag));
        headers.put("Accept-Ranges", List.of("bytes"));
        if (!isKnown) {
            headers.put("Content-Type", List.of("application/octet-stream"));
            headers.put("Content-Length", List.of(Long.toString(range.length())));
            headers.put("Content-Disposition", List.of("attachment; filename=\"" + fileName + "\""));
            if (!range.isWhole()) {
                headers.put("Content-Range", List.of(range.contentRange()));
            }
        }
        return headers;
    }
}
