package io.skyholm.runtime.testing.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A service's OpenAPI: as it runs, and as it is committed. */
public final class OpenApiDocument {

    public static final Path COMMITTED = Path.of("src", "main", "openapi", "openapi.json");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private OpenApiDocument() {}

    static Schemas ofRunningService() {
        return read(RestAssured.get("/q/openapi?format=json").asString());
    }

    public static Schemas committed(Path file) {
        try {
            return read(Files.readString(file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The document in an order and a form that never change; where it is served is left out. */
    static String text(Schemas schemas) {
        ObjectNode document = schemas.document().deepCopy();
        document.remove("servers");
        DefaultPrettyPrinter pretty = new DefaultPrettyPrinter();
        pretty.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        pretty.indentArraysWith(new DefaultIndenter("  ", "\n"));
        try {
            Map<?, ?> sorted = JSON.treeToValue(document, Map.class);
            return JSON.writer(pretty).writeValueAsString(sorted) + "\n";
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private static Schemas read(String text) {
        try {
            return new Schemas(JSON.readTree(text));
        } catch (JsonProcessingException noJson) {
            throw new IllegalArgumentException("No OpenAPI: " + text, noJson);
        }
    }
}
