package io.skyholm.system.suite;

import io.skyholm.local.login.LauncherClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** As a person's browser calls the suite: it keeps cookies and sends forms, but follows nothing by itself. */
public final class Browser {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(RunningSuite.certificate().trust())
            .cookieHandler(new CookieManager())
            .build();
    private final URI door =
            URI.create("https://localhost:" + RunningSuite.site().ports().of("gateway"));

    /** Where the suite is. */
    public URI address() {
        return door;
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(door.resolve(path)).GET());
    }

    public HttpResponse<String> form(String path, Map<String, String> form) {
        return send(HttpRequest.newBuilder(door.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(LauncherClient.encoded(form))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
