package io.skyholm.audit.chain;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the lines of an export; what is no such line, or more than one, is refused with a sentence. */
public final class ExportedLine {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final Set<String> OF_AN_ENTRY = Set.of(
            "id",
            "tenantId",
            "userId",
            "credential",
            "action",
            "resourceType",
            "resourceId",
            "eventType",
            "generation",
            "correlationId",
            "details",
            "ipAddress",
            "userAgent",
            "status",
            "createdAt",
            "recordedAt",
            "sequence",
            "previousHash",
            "hash");
    private static final Set<String> OF_A_DIGEST =
            Set.of("chainId", "sequence", "hash", "signedAt", "signature", "keyId");
    private static final String DIGEST = "digest";

    private ExportedLine() {}

    /** An {@link Entry} or a {@link Digest}. */
    public static Object read(String line) {
        JsonNode json = tree(line);
        return json.has(DIGEST) && json.size() == 1 ? digest(json.get(DIGEST)) : entry(json);
    }

    /** A digest as it stands behind the entries. */
    public static String of(Digest digest) {
        return JSON.createObjectNode()
                .set(
                        DIGEST,
                        JSON.createObjectNode()
                                .put("chainId", digest.chainId().toString())
                                .put("sequence", digest.sequence())
                                .put("hash", digest.hash())
                                .put("signedAt", digest.signedAt().toString())
                                .put("signature", digest.signature())
                                .put("keyId", digest.keyId()))
                .toString();
    }

    private static JsonNode tree(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("it is no JSON: " + unreadable.getOriginalMessage(), unreadable);
        }
    }

    private static Digest digest(JsonNode json) {
        refuseUnknown(json, OF_A_DIGEST);
        return new Digest(
                UUID.fromString(text(json, "chainId")),
                number(json, "sequence"),
                text(json, "hash"),
                Instant.parse(text(json, "signedAt")),
                text(json, "signature"),
                text(json, "keyId"));
    }

    private static Entry entry(JsonNode json) {
        refuseUnknown(json, OF_AN_ENTRY);
        return new Entry(
                occurrence(json),
                Instant.parse(text(json, "recordedAt")),
                number(json, "sequence"),
                text(json, "previousHash"),
                text(json, "hash"));
    }

    private static Occurrence occurrence(JsonNode json) {
        return new Occurrence(
                UUID.fromString(text(json, "id")),
                idOrNull(json, "tenantId"),
                idOrNull(json, "userId"),
                textOrNull(json, "credential"),
                text(json, "action"),
                text(json, "resourceType"),
                textOrNull(json, "resourceId"),
                text(json, "eventType"),
                number(json, "generation"),
                text(json, "correlationId"),
                Details.write(present(json, "details")),
                textOrNull(json, "ipAddress"),
                textOrNull(json, "userAgent"),
                AuditStatus.valueOf(text(json, "status")),
                Instant.parse(text(json, "createdAt")));
    }

    private static void refuseUnknown(JsonNode json, Set<String> known) {
        json.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("it has a property that no export writes: " + name);
            }
        });
    }

    private static JsonNode present(JsonNode json, String name) {
        JsonNode value = json.get(name);
        if (value == null) {
            throw new IllegalArgumentException("it has no " + name);
        }
        return value;
    }

    private static String text(JsonNode json, String name) {
        JsonNode value = present(json, name);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(name + " is no text");
        }
        return value.textValue();
    }

    private static long number(JsonNode json, String name) {
        JsonNode value = present(json, name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException(name + " is no whole number");
        }
        return value.longValue();
    }

    private static @Nullable String textOrNull(JsonNode json, String name) {
        return json.has(name) ? text(json, name) : null;
    }

    private static @Nullable UUID idOrNull(JsonNode json, String name) {
        return json.has(name) ? UUID.fromString(text(json, name)) : null;
    }
}
