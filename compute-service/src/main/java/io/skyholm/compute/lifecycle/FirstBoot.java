package io.skyholm.compute.lifecycle;

/** What cloud-init does at first boot: the tenant's user data, a script, or both. */
final class FirstBoot {

    private static final String BOUNDARY = "skyholm-first-boot";

    private FirstBoot() {}

    static String of(String userData, String script) {
        return userData.isEmpty() ? script : together(userData, script);
    }

    private static String together(String userData, String script) {
        String type = userData.startsWith("#!") ? "text/x-shellscript" : "text/cloud-config";
        return "Content-Type: multipart/mixed; boundary=\"" + BOUNDARY + "\"\nMIME-Version: 1.0\n"
                + part(type, userData) + part("text/x-shellscript", script) + "\n--" + BOUNDARY + "--\n";
    }

    private static String part(String type, String content) {
        return "\n--" + BOUNDARY + "\nContent-Type: " + type + "; charset=\"utf-8\"\n\n" + content + "\n";
    }
}
