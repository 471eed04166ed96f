package io.skyholm.audit.chain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The one form in which entries are hashed and exported: properties in a fixed order, and nothing for null. */
public final class EntryJson {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int USUAL_LENGTH = 1_024;

    private EntryJson() {}

    /** The entry as it is exported. */
    public static String line(Entry entry) {
        return write(entry, true);
    }

    /** What of the entry is hashed: all but the hash itself. */
    static String hashed(Entry entry) {
        return write(entry, false);
    }

    private static String write(Entry entry, boolean withHash) {
        StringWriter text = new StringWriter(USUAL_LENGTH);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            write(json, entry.what());
            json.writeStringField("recordedAt", entry.recordedAt().toString());
            json.writeNumberField("sequence", entry.sequence());
            json.writeStringField("previousHash", entry.previousHash());
            if (withHash) {
                json.writeStringField("hash", entry.hash());
            }
            json.writeEndObject();
        } catch (IOException memoryHasNone) {
            throw new UncheckedIOException(memoryHasNone);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Occurrence what) throws IOException {
        json.writeStringField("id", what.id().toString());
        write(json, "tenantId", what.tenantId());
        write(json, "userId", what.userId());
        write(json, "credential", what.credential());
        json.writeStringField("action", what.action());
        json.writeStringField("resourceType", what.resourceType());
        write(json, "resourceId", what.resourceId());
        json.writeStringField("eventType", what.eventType());
        json.writeNumberField("generation", what.generation());
        json.writeStringField("correlationId", what.correlationId());
        json.writeFieldName("details");
        json.writeRawValue(what.details());
        write(json, "ipAddress", what.ipAddress());
        write(json, "userAgent", what.userAgent());
        json.writeStringField("status", what.status().name());
        json.writeStringField("createdAt", what.createdAt().toString());
    }

    private static void write(JsonGenerator json, String name, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value.toString());
        }
    }
}
