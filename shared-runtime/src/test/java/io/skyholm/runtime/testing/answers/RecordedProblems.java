package io.skyholm.runtime.testing.answers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The details of the problems that a service answered with, by their codes, without ids, times and secrets. */
final class RecordedProblems {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What differs from problem to problem: how much there is of something, and in which state. */
    private static final Pattern VALUE = Pattern.compile("\\d+|\\b[A-Z][A-Z_]+\\b");

    private final Map<String, Map<String, Integer>> details = new TreeMap<>();

    void add(RecordedAnswer answer) {
        if (!answer.type().equals("application/problem+json")) {
            return;
        }
        try {
            JsonNode problem = JSON.readTree(answer.body());
            String detail = new PlainExample().of(problem.path("detail")).asText();
            if (!detail.isEmpty()) {
                details.computeIfAbsent(problem.path("code").asText(), first -> new TreeMap<>())
                        .merge(detail, 1, Integer::sum);
            }
        } catch (JsonProcessingException noJson) {
            throw new IllegalArgumentException(noJson);
        }
    }

    /** What problems of that code said most often. */
    Optional<String> usual(String code) {
        return details.getOrDefault(code, Map.of()).entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }

    /** Whether those of that code said something else only, numbers and states aside; of one that no test brought about nobody knows. */
    boolean contradict(String code, String detail) {
        return details.containsKey(code) && !said(code, detail);
    }

    private boolean said(String code, String detail) {
        return details.getOrDefault(code, Map.of()).keySet().stream()
                .anyMatch(said -> withoutValues(said).equals(withoutValues(detail)));
    }

    private static String withoutValues(String text) {
        return VALUE.matcher(text).replaceAll("0");
    }
}
