package io.skyholm.runtime.testing.api;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Reads lists as somebody with that token. */
record ListReader(String token, Examples examples) {

    static final int MOST = 500;

    private static final ObjectMapper JSON = new ObjectMapper();

    JsonNode page(Operation operation, Map<String, ?> query) {
        String text = given().auth()
                .oauth2(token)
                .queryParams(query)
                .get(examples.pathOf(operation))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException noJson) {
            throw new IllegalStateException(text, noJson);
        }
    }

    /** As many as a page may hold. */
    List<JsonNode> all(Operation operation, Map<String, String> query) {
        Map<String, Object> parameters = new HashMap<>(query);
        parameters.put("limit", MOST);
        return items(page(operation, parameters));
    }

    static List<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false).toList();
    }

    static List<String> keys(List<JsonNode> items) {
        return items.stream().map(ListReader::key).toList();
    }

    /** By what an item is known; what is shown of it may change meanwhile. */
    static String key(JsonNode item) {
        return item.hasNonNull("id") ? item.path("id").asText() : item.toString();
    }
}
