package io.skyholm.gateway.openapi;

import java.util.List;

/** The changelog of the API: what is not released yet is written anew each time, what is released stays as it is. */
record Changelog(String text) {

    private static final String NOT_RELEASED = "## Not released yet";
    private static final String RELEASED = "\n## 2";

    /** With these lines as what is not released yet. */
    String with(List<String> additions) {
        return additions.isEmpty() ? head() + releases() : head() + section(NOT_RELEASED, additions) + releases();
    }

    /** With these lines as what was released that day. */
    String released(String date, List<String> additions) {
        return additions.isEmpty() ? head() + releases() : head() + section("## " + date, additions) + releases();
    }

    private String head() {
        int end = text.indexOf("\n## ");
        return end < 0 ? text : text.substring(0, end);
    }

    private String releases() {
        int begin = text.indexOf(RELEASED);
        return begin < 0 ? "" : text.substring(begin);
    }

    private static String section(String title, List<String> lines) {
        return "\n" + title + "\n\n" + String.join("\n", lines) + "\n";
    }
}
