package io.skyholm.system.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.system.calls.IdNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * The ids that one caller knows, by the segment of their lists, such as {@code security-groups}: what they made themselves,
 * and what they were shown. What lies within another is also known by its whole path. Whoever may change everything names only the former in what changes something.
 */
final class Ids {

    private static final int MOST = 40;

    private final Map<String, List<String>> made = new ConcurrentHashMap<>();
    private final Map<String, List<String>> shown = new ConcurrentHashMap<>();

    void make(String kind, String id) {
        keep(made, kind, id);
        keep(shown, kind, id);
    }

    /** Learns from what a call was answered with; of what lies within another also where it lies. */
    void learn(FuzzedRequest request, JsonNode answer) {
        String path = request.operation().path();
        String at = request.target().split("\\?", 2)[0];
        String[] segments = path.split("/", -1);
        String last = segments[segments.length - 1];
        String template = IdNames.template(path) + "/{}";
        boolean within = path.contains("{");
        for (JsonNode item : answer.path("items")) {
            keep(shown, last, item.path("id").asText());
            if (within && item.hasNonNull("id")) {
                keep(shown, template, at + "/" + item.path("id").asText());
            }
        }
        if (!request.method().equals("POST")) {
            return;
        }
        String id = answer.path("id").asText();
        if (answer.hasNonNull("resourceId") && answer.hasNonNull("kind")) {
            make("operations", id);
            make(segments[2], answer.path("resourceId").asText());
        } else if (!last.startsWith("{") && last.endsWith("s")) {
            make(last, id);
            if (within && !id.isEmpty()) {
                make(template, at + "/" + id);
            }
        }
    }

    /** What has been deleted is nobody's any more. */
    void forget(FuzzedRequest request) {
        String at = request.target().split("\\?", 2)[0];
        String id = at.substring(at.lastIndexOf('/') + 1);
        for (Map<String, List<String>> known : List.of(made, shown)) {
            known.values().forEach(ids -> {
                synchronized (ids) {
                    ids.removeIf(each -> each.endsWith(id));
                }
            });
        }
    }

    private static void keep(Map<String, List<String>> known, String kind, String id) {
        if (id.isEmpty()) {
            return;
        }
        List<String> ids = known.computeIfAbsent(kind, first -> new ArrayList<>());
        synchronized (ids) {
            if (!ids.contains(id)) {
                ids.add(id);
            }
            if (ids.size() > MOST) {
                ids.removeFirst();
            }
        }
    }

    /** One of that kind; nobody's where none is known. */
    String ofKind(String kind, boolean onlyMade, RandomGenerator random) {
        return known(kind, onlyMade, random).orElseGet(() -> nobodys(random));
    }

    /** One that is known by that name, if there is any. */
    Optional<String> known(String name, boolean onlyMade, RandomGenerator random) {
        List<String> ids = (onlyMade ? made : shown).getOrDefault(name, List.of());
        synchronized (ids) {
            return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(random.nextInt(ids.size())));
        }
    }

    /** Any of any kind. */
    String any(RandomGenerator random) {
        List<String> kinds =
                shown.keySet().stream().filter(kind -> !kind.startsWith("/")).toList();
        return kinds.isEmpty() ? nobodys(random) : ofKind(kinds.get(random.nextInt(kinds.size())), false, random);
    }

    static String nobodys(RandomGenerator random) {
        return new UUID((random.nextLong() & ~0xf000L) | 0x7000L, (random.nextLong() >>> 2) | Long.MIN_VALUE)
                .toString();
    }
}
