package io.skyholm.system.calls;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.runtime.testing.api.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Bodies of each media type that the document names. */
final class CallBodies {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PARTS = "multipart/form-data";
    private static final String BOUNDARY = "skyholm-part";
    private static final int MOST_BYTES = 8192;

    private final SchemaValues values;
    private final RandomGenerator random;

    CallBodies(SchemaValues values, RandomGenerator random) {
        this.values = values;
        this.random = random;
    }

    CallBody of(Operation operation) {
        Map<String, JsonNode> content = operation.description().at("/requestBody/content").properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return content.entrySet().stream()
                .min(Map.Entry.comparingByKey())
                .map(type -> of(type.getKey(), type.getValue()))
                .orElse(CallBody.NONE);
    }

    private CallBody of(String mediaType, JsonNode described) {
        if (mediaType.endsWith("json")) {
            JsonNode example = described.path("example");
            return CallBody.ofJson(
                    mediaType,
                    example.isMissingNode() || random.nextBoolean()
                            ? values.of("", described.path("schema"))
                            : values.fresh("", example));
        }
        return switch (mediaType) {
            case FORM -> CallBody.ofBytes(mediaType, form(fields(described)));
            case PARTS -> CallBody.ofBytes(mediaType + "; boundary=" + BOUNDARY, parts(fields(described)));
            default -> CallBody.ofBytes(mediaType, bytes());
        };
    }

    private Map<String, JsonNode> fields(JsonNode described) {
        return values.of("", described.path("schema")).properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String form(Map<String, JsonNode> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "="
                        + URLEncoder.encode(field.getValue().asText(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String parts(Map<String, JsonNode> fields) {
        return fields.entrySet().stream()
                        .map(field -> "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                                .formatted(
                                        BOUNDARY,
                                        field.getKey(),
                                        field.getValue().asText()))
                        .collect(Collectors.joining())
                + "--" + BOUNDARY + "--\r\n";
    }

    private String bytes() {
        byte[] bytes = new byte[random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(MOST_BYTES)];
        random.nextBytes(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
