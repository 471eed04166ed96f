package io.skyholm.gateway;

import java.util.List;

/** Other spellings of a path, which some server reads as the same. */
final class PathVariants {

    private PathVariants() {}

    static List<String> of(String path) {
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
                path.substring(0, last) + encoded.toUpperCase(java.util.Locale.ROOT),
                path.substring(0, slash) + "/" + path.substring(slash),
                path.substring(0, slash) + "/." + path.substring(slash),
                path.substring(0, slash) + "/%2e" + path.substring(slash));
    }
}
