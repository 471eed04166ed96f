package io.skyholm.system.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** What can be wrong with a method, a path and a query. */
final class AddressTwists {

    /** What is no character of an address, and a percent sign that encodes nothing. */
    private static final Pattern BADLY_ENCODED = Pattern.compile("[^!-~]|%(?![0-9a-fA-F]{2})");

    private static final int LONG = 3900;

    private static final List<String> BAD_IDS = List.of(
            "x",
            "1-1-1-1-1",
            "%00",
            "%20",
            "%C3%28",
            "%ED%A0%80",
            "..%2f..",
            "%2e%2e",
            "%zz",
            "'%20or%201=1",
            "a;b=c",
            "{id}",
            "00000000-0000-0000-0000-000000000000",
            "9".repeat(300),
            "9".repeat(5000),
            "\u00e9",
            "*");

    private static final List<String> BAD_QUERIES = List.of(
            "noSuchParameter=1",
            "=x",
            "&&",
            "limit",
            "limit=",
            "limit=%31",
            "LIMIT=1",
            "%00=1",
            "limit=1%00",
            "name=%FF",
            "name=%zz",
            "name=%ED%A0%80",
            "name=\u00e9",
            "[name]=1",
            "name[]=1",
            "dry_run",
            "dry_run=TRUE",
            "dry_run=1",
            "dry_run=",
            "dryRun=true",
            "?",
            "x".repeat(3000));

    private static final List<String> LIMITS =
            List.of("0", "-1", "1", "500", "501", "2147483648", "1.0", "+5", "05", "1e1", "%D9%A3", "0x1", "");

    private static final List<String> CURSORS =
            List.of("!!!", "AAAA", "A".repeat(500), "%00", "00000000-0000-0000-0000-000000000000", "=", "-1");

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get", "NOSUCH");

    private final RandomGenerator random;

    AddressTwists(RandomGenerator random) {
        this.random = random;
    }

    void apply(Draft draft) {
        switch (random.nextInt(12)) {
            case 0 -> draft.query.add(any(BAD_QUERIES));
            case 1, 2 -> twice(draft);
            case 3 -> draft.query.add("limit=" + any(LIMITS));
            case 4 -> draft.query.add("cursor=" + any(CURSORS));
            case 5 -> draft.query.add("dry_run=" + any(List.of("true", "false", "True", "yes", "0", "null")));
            case 6, 7 -> parameter(draft);
            case 8 -> otherMethod(draft);
            default -> id(draft);
        }
        String address = draft.path + String.join("&", draft.query);
        if (BADLY_ENCODED.matcher(address).find() || address.length() > LONG) {
            draft.markOdd();
        }
    }

    /** A parameter that is given once already, or one that is nobody's, twice. */
    private void twice(Draft draft) {
        String one = draft.query.isEmpty() ? "limit=5" : draft.query.get(random.nextInt(draft.query.size()));
        draft.query.add(one);
        if (random.nextBoolean()) {
            draft.query.add(one);
        }
    }

    private void parameter(Draft draft) {
        List<JsonNode> parameters = draft.operation.parameters("query");
        if (parameters.isEmpty()) {
            draft.query.add("cursor=x");
            return;
        }
        String name =
                parameters.get(random.nextInt(parameters.size())).path("name").asText();
        String value = StrangeTexts.any(random);
        draft.query.removeIf(each -> each.startsWith(name + "="));
        draft.query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private void otherMethod(Draft draft) {
        draft.method = any(METHODS);
        if (!draft.method.equals(draft.method.toUpperCase(Locale.ROOT))) {
            draft.markOdd();
        }
    }

    private void id(Draft draft) {
        String[] template = draft.operation.path().split("/", -1);
        String[] segments = draft.path.split("/", -1);
        for (int at = 0; at < template.length; at++) {
            if (template[at].startsWith("{") && (at == template.length - 1 || random.nextBoolean())) {
                segments[at] = any(BAD_IDS);
                draft.markOdd();
            }
        }
        draft.path = String.join("/", segments);
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
