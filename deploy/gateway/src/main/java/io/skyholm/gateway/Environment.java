package io.skyholm.gateway;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The variables of a process, read with messages that name the variable that is wrong. */
record Environment(Map<String, String> variables) {

    Optional<String> text(String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    String needed(String name) {
        return text(name).orElseThrow(() -> new IllegalArgumentException(name + " is not set"));
    }

    int number(String name, int otherwise) {
        return text(name).map(value -> parse(name, value)).orElse(otherwise);
    }

    Duration seconds(String name, Duration otherwise) {
        return text(name).map(value -> Duration.ofSeconds(parse(name, value))).orElse(otherwise);
    }

    /** Reads {@code a=1,b=2}, in that order. */
    Map<String, String> pairs(String name) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : needed(name).split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(name + " is a list of name=url, but has '" + pair + "'");
            }
            pairs.put(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
        }
        return pairs;
    }

    private static int parse(String name, String value) {
        try {
            return Integer.parseUnsignedInt(value);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException(name + " is a whole number, not '" + value + "'", wrong);
        }
    }
}
