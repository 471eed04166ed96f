package io.skyholm.compute.placement;

import io.skyholm.events.EventJson;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a demand fits or not, in numbers: which machines there are is nobody's business.
 *
 * @param hosts how many machines there are
 * @param fitting how many of them have room
 */
public record Explanation(int hosts, int fitting, List<RuledOut> ruledOut, String summary) {

    static Explanation of(List<Host> all, Demand demand) {
        Map<Rule, Integer> counts = new EnumMap<>(Rule.class);
        int fitting = 0;
        for (Host host : all) {
            Rule broken = firstBroken(host, demand);
            if (broken == null) {
                fitting++;
            } else {
                counts.merge(broken, 1, Integer::sum);
            }
        }
        List<RuledOut> ruledOut = new ArrayList<>();
        counts.forEach((rule, hosts) -> ruledOut.add(new RuledOut(rule, hosts)));
        return new Explanation(all.size(), fitting, List.copyOf(ruledOut), sentence(all.size(), fitting, ruledOut));
    }

    /** As a column keeps it. */
    public String text() {
        return EventJson.write(this);
    }

    /** As a column kept it. */
    public static Explanation read(String text) {
        return EventJson.read(text, Explanation.class);
    }

    private static @Nullable Rule firstBroken(Host host, Demand demand) {
        for (Rule rule : Rule.values()) {
            if (!rule.allows(host, demand)) {
                return rule;
            }
        }
        return null;
    }

    /** Of each machine why it can never hold what is demanded, however little it has to do. */
    public String ofMachines() {
        String reasons = ruledOut.stream()
                .map(one -> one.hosts() + " " + one.rule().always())
                .collect(Collectors.joining(", "));
        return "Of " + hosts + " hosts " + reasons;
    }

    private static String sentence(int all, int fitting, List<RuledOut> ruledOut) {
        String reasons = ruledOut.stream()
                .map(one -> one.hosts() + " " + one.rule().sentence())
                .collect(Collectors.joining(", "));
        String found =
                fitting == 0 ? "None of " + all + " hosts has room" : fitting + " of " + all + " hosts have room";
        return reasons.isEmpty() ? found : found + ": " + reasons;
    }
}
