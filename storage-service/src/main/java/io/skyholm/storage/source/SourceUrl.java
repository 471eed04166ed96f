package io.skyholm.storage.source;

import io.skyholm.runtime.problem.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A URL from which bytes can be fetched. What a URL can say besides, such as a user with a password, is refused: readers differ in what
 * they make of it, and so does whoever checks from whoever connects.
 */
public record SourceUrl(URI uri) {

    private static final String FIELD = "sourceUrl";
    private static final Set<String> SCHEMES = Set.of("http", "https");
    /** No name ends like this; as an address some read it as octal, hexadecimal or one large number. */
    private static final Pattern LIKE_NUMBER = Pattern.compile("(.*\\.)?\\d[^.]*\\.?");

    private static final Pattern IPV4 = Pattern.compile("((0|[1-9]\\d{0,2})\\.){3}(0|[1-9]\\d{0,2})");
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int LAST_PORT = 65_535;

    /** Reads one; fails with a problem that names the field. */
    public static SourceUrl of(String text) {
        try {
            URI uri = new URI(text);
            check(uri);
            return new SourceUrl(uri);
        } catch (URISyntaxException unreadable) {
            throw refused("must be a URL such as https://images.example.org/debian-13.qcow2");
        }
    }

    private static void check(URI uri) {
        String scheme = uri.getScheme();
        if (scheme == null || !SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))) {
            throw refused("must begin with https:// or http://");
        }
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw refused("must name a host, and neither a user nor a fragment");
        }
        if (LIKE_NUMBER.matcher(uri.getHost()).matches()
                && !IPV4.matcher(uri.getHost()).matches()) {
            throw refused("must name a host, or write its address as four numbers");
        }
        if (uri.getPort() == 0 || uri.getPort() > LAST_PORT) {
            throw refused("must name a port from 1 to " + LAST_PORT + ", or none");
        }
    }

    static Problem refused(String why) {
        return Problem.invalid(FIELD, why);
    }

    /** Where a redirection leads from here. */
    SourceUrl redirected(String location) {
        try {
            return of(uri.resolve(new URI(location)).toString());
        } catch (URISyntaxException unreadable) {
            throw refused("leads to what is no URL");
        }
    }

    boolean isEncrypted() {
        return uri.getScheme().equalsIgnoreCase("https");
    }

    /** Without the brackets of an IPv6 address. */
    String host() {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    int port() {
        if (uri.getPort() > 0) {
            return uri.getPort();
        }
        return isEncrypted() ? HTTPS : HTTP;
    }

    /** What stands in the first line of a request. */
    String pathAndQuery() {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return query() == null ? path : path + "?" + query();
    }

    /** All of it that everybody may see. */
    public String shown() {
        String text = uri.toString();
        int query = text.indexOf('?');
        return query < 0 ? text : text.substring(0, query);
    }

    /** What follows the question mark. */
    public @Nullable String query() {
        return uri.getRawQuery();
    }
}
