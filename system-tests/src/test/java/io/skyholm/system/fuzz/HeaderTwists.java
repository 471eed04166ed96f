package io.skyholm.system.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What can be odd in the head of a request. */
final class HeaderTwists {

    private static final String NO_SIGNATURE = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.";

    private static final List<String> KEYS =
            List.of("", " ", "with blank", "x".repeat(128), "x".repeat(129), "\u00e9", "a\tb");

    private static final List<String> VERSIONS = List.of(
            "\"1\"",
            "\"2\"",
            "*",
            "W/\"1\"",
            "1",
            "",
            "\"",
            ",",
            "\"1\", \"2\"",
            "\"99999999999999999999\"",
            "\"-1\"",
            "\"x\"");

    /** What the headers of uploads, ranges and streams could take for a number, a checksum or pairs. */
    private static final List<String> VALUES = List.of(
            "",
            "0",
            "-1",
            "1",
            "+1",
            "1.0",
            "1.0.0",
            "0.2.2",
            "1024",
            "107374182401",
            "9223372036854775808",
            "bytes=0-",
            "bytes=-1",
            "bytes=5-1",
            "bytes=0-0,2-3",
            "sha1 2jmj7l5rSw0yVb/vlWAYkK/YBwk=",
            "sha1 !",
            "crc32 AAAA",
            "filename d29ybGQ=,is_confidential",
            "a b,a c",
            ",",
            "x".repeat(2000));

    private static final List<String> ACCEPTED = List.of(
            "application/xml",
            "*/*;q=0",
            "application/json;q=abc",
            "application/json;q=0, */*;q=0.1",
            "text/event-stream",
            "text/csv",
            "nonsense",
            ";",
            "",
            "application/problem+json",
            "a/b,".repeat(500));

    private static final Map<String, List<String>> ODD = Map.ofEntries(
            Map.entry("Content-Encoding", List.of("gzip", "br", "identity")),
            Map.entry("Range", List.of("bytes=0-1", "bytes=99999999999999999999-")),
            Map.entry("If-None-Match", List.of("\"1\"", "*", "\"")),
            Map.entry("If-Modified-Since", List.of("yesterday", "Fri, 27 Nov 2026 10:00:00 GMT")),
            Map.entry("Origin", List.of("https://elsewhere.example", "null")),
            Map.entry("X-Forwarded-For", List.of("127.0.0.1", "unknown, _x, [::1]:99999")),
            Map.entry("Forwarded", List.of("for=_hidden;proto=gopher")),
            Map.entry("Accept-Encoding", List.of("gzip", "br;q=1.0, *;q=0", "nonsense")),
            Map.entry("Accept-Language", List.of("tlh", "x-" + "y".repeat(500), ";")),
            Map.entry("Cookie", List.of("a=b; c", "x".repeat(3000), "=;=;")),
            Map.entry(
                    "traceparent",
                    List.of("00-0-0-0", "nonsense", "00-" + "f".repeat(32) + "-" + "0".repeat(16) + "-ff")),
            Map.entry("X-Request-Id", List.of("x".repeat(500), "a b", "\u00ff", "")),
            Map.entry("X-HTTP-Method-Override", List.of("DELETE")),
            Map.entry("X-Access-Grant", List.of("x", "", "00000000-0000-0000-0000-000000000000", "1-1-1-1-1")),
            Map.entry("Last-Event-ID", List.of("-1", "0", "x", "9".repeat(40), "1:2", "")),
            Map.entry("Transfer-Encoding", List.of("chunked")),
            Map.entry("Prefer", List.of("return=minimal")),
            Map.entry("X-Long", List.of("x".repeat(9000), "x".repeat(15_000))));

    private final RandomGenerator random;

    HeaderTwists(RandomGenerator random) {
        this.random = random;
    }

    void apply(Draft draft) {
        List<JsonNode> own = draft.operation.parameters("header");
        switch (random.nextInt(own.isEmpty() ? 8 : 10)) {
            case 8, 9 ->
                own(draft, own.get(random.nextInt(own.size())).path("name").asText());
            case 0 -> draft.onlyHeader("Idempotency-Key", any(KEYS));
            case 1 -> draft.onlyHeader("Idempotency-Key", "key-" + random.nextInt(5));
            case 2 -> draft.onlyHeader("If-Match", any(VERSIONS));
            case 3 -> draft.onlyHeader("Accept", any(ACCEPTED));
            case 4 -> twice(draft);
            case 5 -> credentials(draft);
            default -> {
                List<String> names = ODD.keySet().stream().sorted().toList();
                String name = any(names);
                draft.onlyHeader(name, any(ODD.getOrDefault(name, names)));
            }
        }
        if (draft.headers.stream().anyMatch(header -> header.length() > 8000 || hasOddLetter(header))) {
            draft.markOdd();
        }
    }

    /** A header of the operation's own: missing, or another than it takes. */
    private void own(Draft draft, String name) {
        if (random.nextBoolean()) {
            draft.withoutHeader(name);
        } else {
            draft.onlyHeader(name, any(VALUES));
        }
    }

    private static boolean hasOddLetter(String header) {
        return !header.chars().allMatch(letter -> letter >= ' ' && letter < 0x7f);
    }

    private void twice(Draft draft) {
        draft.header("Idempotency-Key", "one");
        draft.header(any(List.of("Idempotency-Key", "If-Match", "Accept", "Content-Type", "X-Access-Grant")), "two");
    }

    private void credentials(Draft draft) {
        String shown = any(List.of(
                "Bearer",
                "Bearer ",
                "Bearer " + NO_SIGNATURE,
                "Bearer a.b.c",
                "Bearer sky_nobodys",
                "Bearer " + "x".repeat(5000),
                "Basic YWRtaW46YWRtaW4=",
                "Basic !",
                "Digest username=\"a\"",
                "bearer \u00e9"));
        if (random.nextInt(4) == 0) {
            draft.header("Authorization", shown);
        } else {
            draft.onlyHeader("Authorization", shown);
        }
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
