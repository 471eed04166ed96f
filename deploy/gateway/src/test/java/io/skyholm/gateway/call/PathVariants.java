package io.skyholm.gateway.call;

import java.util.List;
import java.util.Locale;

/** Other spellings of a path, which some server reads as the same. */
public final class PathVariants {

    private PathVariants() {}

    public static List<String> of(String path) {
        int last = path.length() - 1;
        int slash = path.lastIndexOf('/');
        String encoded = "%" + Integer.toHexString(path.charAt(last));
        return List.of(
                path + "/",
                path + ";",
                path + ";x=1",
                path.substring(0, slash) + ";x=1" + path.substring(slash),
                path + "%3b",
                path.substring(0, last) + encoded,
                path.substring(0, last) + encoded.toUpperCase(Locale.ROOT),
                path.substring(0, slash) + "/" + path.substring(slash),
                path.substring(0, slash) + "/." + path.substring(slash),
                path.substring(0, slash) + "/%2e" + path.substring(slash));
    }
}
