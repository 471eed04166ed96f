package io.skyholm.runtime.testing.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.testing.answers.RecordedExchanges;
import io.skyholm.runtime.testing.fixtures.Crowd;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/**
 * Calls every operation of a service, as its OpenAPI lists them, as every built-in role of the tenant whose things the
 * examples name, and of another tenant; changes are dry runs. The answers are those of a committed table, and an operation
 * without a row there fails.
 */
public final class Authorization {

    private static final Path TABLE = Path.of("src", "test", "resources", "authorization.csv");
    private static final String REGENERATE = "skyholm.regenerate";
    private static final Pattern COMMA = Pattern.compile(", *");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Of whom somebody is. */
    public enum Of {
        THIS_TENANT,
        ANOTHER_TENANT
    }

    private final Examples examples;
    private final BiFunction<BuiltInRole, Of, String> tokens;

    private Authorization(Examples examples, BiFunction<BuiltInRole, Of, String> tokens) {
        this.examples = examples;
        this.tokens = tokens;
    }

    /** For operations that are called rightly so, by people with these tokens. */
    public static Authorization of(Examples examples, BiFunction<BuiltInRole, Of, String> tokens) {
        return new Authorization(examples, tokens);
    }

    /** A test for every operation. */
    public Stream<DynamicTest> tests() {
        List<Operation> operations = OpenApiDocument.ofRunningService().operations();
        if (Boolean.getBoolean(REGENERATE)) {
            write(operations);
        }
        Map<String, List<String>> expected = table();
        return operations.stream()
                .map(operation -> DynamicTest.dynamicTest(operation.name(), () -> assertThat(answers(operation))
                        .as("%s of %s; a new one is written by -D%s=true", header(), TABLE, REGENERATE)
                        .isEqualTo(expected.get(operation.name()))));
    }

    /** Who only looks does not mind company; of two who try to use the same mailed token up at once, one is refused. */
    private List<String> answers(Operation operation) {
        return operation.changes()
                ? columns().map(column -> answer(operation, column)).toList()
                : Crowd.answers(columns().toList(), column -> answer(operation, column));
    }

    private String answer(Operation operation, Column column) {
        return Integer.toString(status(operation, tokens.apply(column.role(), column.of())));
    }

    /** Only the beginning of an answer counts: some never end. */
    private int status(Operation operation, String token) {
        String body = examples.bodyOf(operation);
        HttpRequest.Builder request = HttpRequest.newBuilder(address(operation))
                .header("Authorization", "Bearer " + token)
                .method(operation.method(), body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", operation.contentType());
        }
        examples.headersOf(operation).forEach(request::setHeader);
        try {
            HttpResponse<InputStream> answer = HTTP.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream answered = answer.body()) {
                if (!body.isEmpty() && answer.statusCode() / 100 == 2) {
                    RecordedExchanges.add(operation.name(), body, json(answer, answered));
                }
            }
            return answer.statusCode();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static @Nullable String json(HttpResponse<?> answer, InputStream answered) throws IOException {
        boolean json = answer.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("application/json"))
                .isPresent();
        return json ? new String(answered.readAllBytes(), UTF_8) : null;
    }

    private URI address(Operation operation) {
        String dryRun = operation.changes() ? "?dry_run=true" : "";
        return URI.create(RestAssured.baseURI + ":" + RestAssured.port + examples.pathOf(operation) + dryRun);
    }

    private void write(List<Operation> operations) {
        List<String> lines = new ArrayList<>(List.of("operation, " + String.join(", ", header())));
        operations.forEach(operation -> lines.add(operation.name() + ", " + String.join(", ", answers(operation))));
        try {
            Files.createDirectories(TABLE.getParent());
            Files.write(TABLE, lines);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, List<String>> table() {
        try (Stream<String> lines = Files.lines(TABLE)) {
            return lines.skip(1)
                    .map(line -> List.of(COMMA.split(line, -1)))
                    .collect(Collectors.toMap(
                            List::getFirst,
                            row -> row.subList(1, row.size()),
                            (one, other) -> one,
                            LinkedHashMap::new));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> header() {
        return columns().map(column -> column.role() + " of " + column.of()).toList();
    }

    private static Stream<Column> columns() {
        return Stream.of(BuiltInRole.values())
                .flatMap(role -> Stream.of(Of.values()).map(of -> new Column(role, of)));
    }

    private record Column(BuiltInRole role, Of of) {}
}
