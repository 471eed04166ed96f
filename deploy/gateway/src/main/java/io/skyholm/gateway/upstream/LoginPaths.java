package io.skyholm.gateway.upstream;

import java.util.Set;

/**
 * What of Keycloak people and programs need to log in. Its other realms, its administration, its account pages and the
 * registration of clients stay inside.
 */
final class LoginPaths {

    private static final String REALM = "/realms/skyholm/";
    private static final String OPENID = "protocol/openid-connect/";
    private static final Set<String> OPEN = Set.of(
            ".well-known/openid-configuration",
            "device",
            "device/status",
            OPENID + "auth",
            OPENID + "auth/device",
            OPENID + "certs",
            OPENID + "login-status-iframe.html",
            OPENID + "login-status-iframe.html/init",
            OPENID + "logout",
            OPENID + "logout/logout-confirm",
            OPENID + "revoke",
            OPENID + "token",
            OPENID + "userinfo");
    private static final String ACTIONS = "login-actions/";
    private static final String COOKIES = OPENID + "3p-cookies/";
    private static final String PICTURES_AND_STYLES = "/resources/";

    private LoginPaths() {}

    static boolean holds(String path) {
        if (path.startsWith(PICTURES_AND_STYLES)) {
            return true;
        }
        if (!path.startsWith(REALM)) {
            return false;
        }
        String rest = path.substring(REALM.length());
        return OPEN.contains(rest) || rest.startsWith(ACTIONS) || rest.startsWith(COOKIES);
    }
}
