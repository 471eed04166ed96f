package io.skyholm.agent.network.host;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of one family. */
public record PolicyRules(HostNetwork network, boolean isSix) {

    /** Has these be there, and no others of those priorities. */
    public void match(List<PolicyRule> wanted, Set<Integer> priorities) {
        Map<String, PolicyRule> byKey =
                wanted.stream().collect(Collectors.toMap(PolicyRule::key, Function.identity(), (one, same) -> one));
        Set<String> there = Arrays.stream(
                        network.read(Seen[].class, "ip", "-json", HostNetwork.family(isSix), "rule", "show"))
                .filter(rule -> priorities.contains(rule.priority()))
                .map(Seen::key)
                .collect(Collectors.toSet());
        Stream<String> added = byKey.values().stream()
                .filter(rule -> !there.contains(rule.key()))
                .map(PolicyRule::added);
        Stream<String> deleted =
                there.stream().filter(key -> !byKey.containsKey(key)).map(PolicyRules::deleted);
        network.ipBatch(isSix, Stream.concat(added, deleted).toList());
    }

    private static String deleted(String key) {
        return "rule delete priority " + key.replace(" ", " lookup ");
    }

    /** A rule as {@code ip} writes it. */
    private record Seen(int priority, String table) {

        String key() {
            return priority + " " + table;
        }
    }
}
