package io.skyholm.system.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.runtime.testing.api.Operation;
import io.skyholm.runtime.testing.api.Schemas;
import io.skyholm.system.calls.CallBody;
import io.skyholm.system.calls.CallMaker;
import io.skyholm.system.calls.SchemaValues.Extent;
import io.skyholm.system.fuzz.FuzzedRequest.Body;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Makes each request from the seed and its number: who sends which operation, and what is wrong with it. About a third are valid. What
 * differs between two runs of one seed is what the suite decides: ids, and in which order answers come.
 */
final class RequestMaker {

    private static final String JSON = "application/json";
    private static final int OF_TEN_UNTOUCHED = 4;
    private static final int OPTIONAL_HEADER_ONCE_IN = 12;

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
        ChosenIds ids = new ChosenIds(person.ids(), everybodys, onlyMade, random);
        Draft draft = valid(operation, person, new CallMaker(document, ids, Extent.SOME, random), random);
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

    private static Draft valid(Operation operation, FuzzPerson person, CallMaker calls, RandomGenerator random) {
        Draft draft = new Draft(operation, person.ids(), calls.path(operation));
        if (!person.isNobody()) {
            draft.header("Authorization", "Bearer " + person.token());
        }
        query(draft, calls, random);
        calls.headers(operation, OPTIONAL_HEADER_ONCE_IN)
                .forEach(header -> draft.header(
                        header.name(),
                        header.name().equals("If-Match") ? "\"" + (1 + random.nextInt(3)) + "\"" : header.value()));
        CallBody body = calls.body(operation);
        draft.json = body.json();
        if (!body.mediaType().isEmpty()) {
            draft.header("Content-Type", body.mediaType());
        }
        if (!body.isJson() && !body.mediaType().isEmpty()) {
            draft.rewrite(body.bytes());
        }
        return draft;
    }

    private static void query(Draft draft, CallMaker calls, RandomGenerator random) {
        for (JsonNode parameter : draft.operation.parameters("query")) {
            switch (parameter.path("name").asText()) {
                case "cursor" -> {}
                case "dry_run" -> sometimes(draft, random, 8, "dry_run=true");
                case "limit" -> sometimes(draft, random, 6, "limit=" + (1 + random.nextInt(500)));
                default -> sometimes(draft, random, 6, calls.query(parameter));
            }
        }
    }

    private static void sometimes(Draft draft, RandomGenerator random, int onceIn, String parameter) {
        if (random.nextInt(onceIn) == 0) {
            draft.query.add(parameter);
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
