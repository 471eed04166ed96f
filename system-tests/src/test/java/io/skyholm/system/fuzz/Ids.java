package io.skyholm.system.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The ids that one caller knows, by the segment of their lists, such as {@code security-groups}: what they made themselves,
 * and what they were shown. Whoever may change everything names only the former in what changes something.
 */
final class Ids {

    private static final int MOST = 40;
    private static final Pattern CAPITAL = Pattern.compile("([A-Z])");

    private final Map<String, List<String>> made = new ConcurrentHashMap<>();
    private final Map<String, List<String>> shown = new ConcurrentHashMap<>();

    void make(String kind, String id) {
        keep(made, kind, id);
        keep(shown, kind, id);
    }

    /** Learns from what was answered at that path. */
    void learn(String method, String path, JsonNode answer) {
        String[] segments = path.split("/", -1);
        String last = segments[segments.length - 1];
        for (JsonNode item : answer.path("items")) {
            keep(shown, last, item.path("id").asText());
        }
        if (answer.hasNonNull("resourceId") && answer.hasNonNull("kind") && method.equals("POST")) {
            make("operations", answer.path("id").asText());
            make(segments[2], answer.path("resourceId").asText());
        } else if (method.equals("POST") && !path.contains("{")) {
            make(last, answer.path("id").asText());
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
        List<String> ids = (onlyMade ? made : shown).getOrDefault(kind, List.of());
        synchronized (ids) {
            return ids.isEmpty() ? nobodys(random) : ids.get(random.nextInt(ids.size()));
        }
    }

    /** The kind that a field or a parameter of that name means: for securityGroupId the security-groups. */
    static String kindOf(String name) {
        String thing = name.replaceAll("Ids?$", "");
        String words = CAPITAL.matcher(thing).replaceAll("-$1").toLowerCase(Locale.ROOT);
        return switch (words) {
            case "edge-data-center" -> "data-centers";
            case "resource-pool", "pool" -> "compute-pools";
            case "compute-machine" -> "machines";
            case "ip-pool", "address-pool" -> "address-pools";
            case "chain" -> "audit-chains";
            case "version" -> "versions";
            default -> words + "s";
        };
    }

    /** Any of any kind. */
    String any(RandomGenerator random) {
        List<String> kinds = List.copyOf(shown.keySet());
        return kinds.isEmpty() ? nobodys(random) : ofKind(kinds.get(random.nextInt(kinds.size())), false, random);
    }

    static String nobodys(RandomGenerator random) {
        return new UUID((random.nextLong() & ~0xf000L) | 0x7000L, (random.nextLong() >>> 2) | Long.MIN_VALUE)
                .toString();
    }
}
