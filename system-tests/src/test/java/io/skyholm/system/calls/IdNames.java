package io.skyholm.system.calls;

import java.util.Locale;
import java.util.regex.Pattern;

/** What names of fields, parameters and headers say of the ids that stand there. */
public final class IdNames {

    private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z])([A-Z])");
    private static final Pattern PARAMETER = Pattern.compile("\\{\\w+}");

    private IdNames() {}

    /** The segment of the list in which that is found whose id has this name. */
    static String kindOf(String name) {
        String thing = name.startsWith("X-") ? name.substring(2) : name.replaceAll("Ids?$", "");
        String words = CAPITAL.matcher(thing).replaceAll("-$1").toLowerCase(Locale.ROOT);
        return switch (words) {
            case "edge-data-center" -> "data-centers";
            case "resource-pool", "pool" -> "compute-pools";
            case "compute-machine" -> "machines";
            case "ip-pool", "address-pool" -> "address-pools";
            case "chain" -> "audit-chains";
            default -> words + "s";
        };
    }

    /** A path without the names of its parameters, which say nothing to those who fill them. */
    public static String template(String path) {
        return PARAMETER.matcher(path).replaceAll("{}");
    }
}
