package io.skyholm.system.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.runtime.testing.api.Operation;
import io.skyholm.runtime.testing.api.Schemas;
import io.skyholm.system.fuzz.FuzzedRequest.Body;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Makes each request from the seed and its number: who sends which operation, and what is wrong with it. About a third are valid. What
 * differs between two runs of one seed is what the suite decides: ids, and in which order answers come.
 */
final class RequestMaker {

    private static final Pattern PARAMETER = Pattern.compile("([^/]+)/\\{(\\w+)}");
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int OF_TEN_UNTOUCHED = 4;

    private final Schemas document;
    private final List<Operation> operations;
    private final List<FuzzPerson> people;
    private final Ids everybodys;
    private final Forbidden forbidden;
    private final long seed;

    RequestMaker(Schemas document, List<FuzzPerson> people, Ids everybodys, Forbidden forbidden, long seed) {
        this.document = document;
        this.operations = document.operations();
        this.people = List.copyOf(people);
        this.everybodys = everybodys;
        this.forbidden = forbidden;
        this.seed = seed;
    }

    List<Operation> operations() {
        return List.copyOf(operations);
    }

    FuzzedRequest request(long number) {
        RandomGenerator random = new SplittableRandom(seed * 1_000_003 + number);
        FuzzPerson person = people.get(random.nextInt(people.size()));
        // Each operation in turn, so that a short run calls all of them.
        Operation operation = operations.get((int) ((number + seed) % operations.size()));
        boolean onlyMade =
                !operation.method().equals("GET") && (person.isOperator() || Spared.isOfRights(operation.path()));
        ValidValues values = new ValidValues(document, person.ids(), everybodys, onlyMade, random);
        Draft draft = valid(operation, person, values, random);
        twist(draft, random);
        String target = draft.query.isEmpty() ? draft.path : draft.path + "?" + String.join("&", draft.query);
        return new FuzzedRequest(
                number,
                person,
                operation,
                draft.method,
                latin(target),
                draft.headers.stream().map(RequestMaker::latin).toList(),
                Body.of(draft.body()),
                draft.odd(),
                forbidden.in(draft));
    }

    private Draft valid(Operation operation, FuzzPerson person, ValidValues values, RandomGenerator random) {
        String path = PARAMETER
                .matcher(operation.path())
                .replaceAll(found -> found.group(1) + "/"
                        + switch (found.group(2)) {
                            case "service" ->
                                List.of("identity", "compute", "network", "audit")
                                        .get(random.nextInt(4));
                            case "id" -> values.idOfKind(found.group(1));
                            default -> values.idOfKind(Ids.kindOf(found.group(2)));
                        });
        Draft draft = new Draft(operation, person.ids(), path);
        if (!person.isNobody()) {
            draft.header("Authorization", "Bearer " + person.token());
        }
        query(draft, values, random);
        if (!operation.method().equals("GET")) {
            change(draft, random);
        }
        body(draft, values, random);
        return draft;
    }

    private void query(Draft draft, ValidValues values, RandomGenerator random) {
        for (JsonNode parameter : draft.operation.parameters("query")) {
            String name = parameter.path("name").asText();
            if (name.equals("dry_run") || name.equals("cursor") || random.nextInt(6) > 0) {
                continue;
            }
            JsonNode value = name.equals("limit") ? null : values.of(name, parameter.path("schema"), 0);
            String text = value == null ? String.valueOf(1 + random.nextInt(500)) : value.asText("fuzz");
            draft.query.add(name + "=" + URLEncoder.encode(text.isEmpty() ? "fuzz" : text, StandardCharsets.UTF_8));
        }
    }

    private static void change(Draft draft, RandomGenerator random) {
        if (random.nextInt(8) == 0) {
            draft.query.add("dry_run=true");
        }
        if (random.nextInt(6) == 0) {
            draft.header("Idempotency-Key", "fuzz-" + random.nextLong());
        }
        if (random.nextInt(10) == 0 && !draft.method.equals("POST")) {
            draft.header("If-Match", "\"" + (1 + random.nextInt(3)) + "\"");
        }
    }

    private void body(Draft draft, ValidValues values, RandomGenerator random) {
        JsonNode content = draft.operation.description().at("/requestBody/content");
        if (content.has(FORM)) {
            draft.header("Content-Type", FORM);
            draft.rewrite("grant_type=client_credentials&client_id=" + Ids.nobodys(random) + "&client_secret=x");
        } else if (content.has(JSON)) {
            draft.header("Content-Type", JSON);
            JsonNode example = content.at("/application~1json/example");
            draft.json = example.isMissingNode() || random.nextBoolean()
                    ? values.of("", content.at("/application~1json/schema"), 0)
                    : values.fresh("", example);
        }
    }

    private void twist(Draft draft, RandomGenerator random) {
        int fate = random.nextInt(10);
        int twists = fate < OF_TEN_UNTOUCHED ? 0 : fate < 8 ? 1 : 2 + random.nextInt(2);
        for (int twist = 0; twist < twists; twist++) {
            boolean hasBody = draft.body().length > 0;
            switch (random.nextInt(hasBody ? 10 : 4)) {
                case 0, 1 -> new AddressTwists(random).apply(draft);
                case 2 -> new HeaderTwists(random).apply(draft);
                case 3 -> whole(draft, random);
                default -> new FieldTwists(document, random).apply(draft);
            }
        }
    }

    private static void whole(Draft draft, RandomGenerator random) {
        if (draft.body().length > 0) {
            new BodyTwists(random).apply(draft);
        } else if (random.nextBoolean()) {
            draft.rewrite("{\"name\": \"not asked for\"}");
            draft.onlyHeader("Content-Type", JSON);
        } else {
            new HeaderTwists(random).apply(draft);
        }
    }

    /** Characters as the bytes that they are in UTF-8, each as a character: so a head is written. */
    private static String latin(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
