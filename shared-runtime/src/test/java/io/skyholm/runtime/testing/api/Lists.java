package io.skyholm.runtime.testing.api;

import static io.skyholm.runtime.testing.api.ListReader.items;
import static io.skyholm.runtime.testing.api.ListReader.key;
import static io.skyholm.runtime.testing.api.ListReader.keys;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.runtime.testing.fixtures.Eventually;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;

/**
 * Reads every list of a service, as its OpenAPI has them, in pages and by each filter that is named like a field of what
 * is listed: pages follow each other from the newest to the oldest, and a filter finds what has its value and nothing
 * else. Filters of other names have tests of their own.
 */
public final class Lists {

    private final ListReader reader;
    private final Set<String> valueless;

    private Lists(ListReader reader, Set<String> valueless) {
        this.reader = reader;
        this.valueless = valueless;
    }

    /**
     * For lists that somebody with this token may read.
     *
     * @param valueless filters for which the examples make nothing that has a value: {@code "GET /v1/ports by instanceId"}
     */
    public static Lists of(String token, Examples examples, Set<String> valueless) {
        return new Lists(new ListReader(token, examples), valueless);
    }

    /** A test for the pages of each list, and one for each of its filters. */
    public Stream<DynamicTest> tests() {
        return OpenApiDocument.ofRunningService().operations().stream()
                .filter(operation -> !operation.changes() && filters(operation).contains("limit"))
                .flatMap(this::tests);
    }

    private Stream<DynamicTest> tests(Operation operation) {
        JsonNode fields = fields(operation);
        Stream<DynamicTest> narrowed = filters(operation).stream()
                .filter(filter -> !filter.equals("deleted") && (fields.has(filter) || fields.has(filter + "s")))
                .map(filter -> dynamicTest(operation.name() + " by " + filter, () -> isNarrowed(operation, filter)));
        Stream<DynamicTest> deleted = filters(operation).stream()
                .filter("deleted"::equals)
                .map(filter -> dynamicTest(operation.name() + " with what is deleted", () -> showsDeleted(operation)));
        return Stream.of(
                        Stream.of(dynamicTest(operation.name() + " in pages", () -> comesInPages(operation))),
                        narrowed,
                        deleted)
                .flatMap(tests -> tests);
    }

    /** Where something is made or deleted between two questions, they are asked again. */
    private void showsDeleted(Operation operation) {
        Eventually.holds("what is deleted and what lives are all there is", () -> {
            List<String> living = keys(reader.all(operation, Map.of()));
            List<String> deleted = keys(reader.all(operation, Map.of("deleted", "only")));
            List<String> both = keys(reader.all(operation, Map.of("deleted", "include")));
            return Stream.concat(living.stream(), deleted.stream())
                    .sorted()
                    .toList()
                    .equals(both.stream().sorted().toList());
        });
    }

    /** Where something is made between two pages, they are read again. */
    private void comesInPages(Operation operation) {
        Eventually.holds("its pages follow each other", () -> {
            JsonNode first = reader.page(operation, Map.of("limit", 1));
            List<JsonNode> walked = new ArrayList<>(items(first));
            if (first.hasNonNull("nextCursor")) {
                String cursor = first.path("nextCursor").asText();
                walked.addAll(items(reader.page(operation, Map.of("limit", 1, "cursor", cursor))));
            }
            return items(first).size() <= 1
                    && keys(walked).equals(keys(items(reader.page(operation, Map.of("limit", 2)))))
                    && isNewestFirst(walked);
        });
        JsonNode all = reader.page(operation, Map.of("limit", ListReader.MOST));
        assertThat(all.hasNonNull("nextCursor"))
                .as("there are more")
                .isEqualTo(items(all).size() == ListReader.MOST);
    }

    /**
     * Lists are in the order of their ids, which are made a moment before the time is noted: what two transactions made
     * within a second may stand either way. Ids of sessions are Keycloak's, and tell no time.
     */
    private static boolean isNewestFirst(List<JsonNode> items) {
        List<Instant> times = items.stream()
                .filter(item -> item.path("id").asText().startsWith("7", 14))
                .map(item -> Instant.parse(item.path("createdAt").asText()))
                .toList();
        return IntStream.range(1, times.size()).noneMatch(index -> times.get(index)
                .isAfter(times.get(index - 1).plusSeconds(1)));
    }

    /** Where something changes between two questions, they are asked again. */
    private void isNarrowed(Operation operation, String filter) {
        String name = operation.name() + " by " + filter;
        boolean known = !valued(operation, filter).isEmpty();
        assertThat(known || valueless.contains(name))
                .as("something has a value: %s", name)
                .isTrue();
        if (known) {
            Eventually.holds(name + " finds what has the value and nothing else", () -> finds(operation, filter));
        }
    }

    private boolean finds(Operation operation, String filter) {
        List<JsonNode> valued = valued(operation, filter);
        if (valued.isEmpty()) {
            return false;
        }
        JsonNode item = valued.getFirst();
        List<String> held = values(item, filter);
        return finds(operation, filter, held.getFirst(), item)
                && others(operation, filter)
                        .filter(other -> !held.contains(other))
                        .noneMatch(other -> finds(operation, filter, other, item));
    }

    /** Whether that item is among what is found by the value, which all of it must have. */
    private boolean finds(Operation operation, String filter, String value, JsonNode item) {
        List<JsonNode> found = reader.all(operation, Map.of(filter, value));
        assertThat(found).allSatisfy(one -> assertThat(values(one, filter))
                .usingElementComparator(String.CASE_INSENSITIVE_ORDER)
                .contains(value));
        return keys(found).contains(key(item));
    }

    private List<JsonNode> valued(Operation operation, String filter) {
        return reader.all(operation, Map.of()).stream()
                .filter(item -> !values(item, filter).isEmpty())
                .toList();
    }

    /** Values that something else has, or nothing. */
    private static Stream<String> others(Operation operation, String filter) {
        JsonNode schema = operation.parameters("query").stream()
                .filter(parameter -> parameter.path("name").asText().equals(filter))
                .map(parameter -> operation.schemas().resolve(parameter.path("schema")))
                .findFirst()
                .orElseThrow();
        if (schema.has("enum")) {
            return texts(schema.path("enum"));
        }
        if (Schemas.types(schema).contains("boolean")) {
            return Stream.of("true", "false");
        }
        return schema.path("format").asText().equals("uuid")
                ? Stream.of(UUID.randomUUID().toString())
                : Stream.empty();
    }

    /** What an item has in the field of that name, or among the things that it or the field of its plural holds. */
    private static List<String> values(JsonNode item, String filter) {
        return item.path(filter).isValueNode() && item.hasNonNull(filter)
                ? List.of(item.path(filter).asText())
                : Stream.concat(texts(item.path(filter)), texts(item.path(filter + "s")))
                        .toList();
    }

    private static Stream<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText);
    }

    private static List<String> filters(Operation operation) {
        return operation.parameters("query").stream()
                .map(parameter -> parameter.path("name").asText())
                .toList();
    }

    /** The fields of what is listed. */
    private static JsonNode fields(Operation operation) {
        Schemas schemas = operation.schemas();
        JsonNode page = schemas.resolve(operation.description().at("/responses/200/content/application~1json/schema"));
        return schemas.resolve(page.at("/properties/items/items")).path("properties");
    }
}
