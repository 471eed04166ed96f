package io.skyholm.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** Plain HTTP to parts on this machine. */
public final class Http {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final HttpClient CLIENT = builder().build();

    private Http() {}

    /** Whether a GET is answered with success. */
    public static boolean answers(String address) {
        try {
            return get(address).statusCode() / 100 == 2;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** The same over TLS with a certificate of our own. */
    public static boolean answers(String address, SSLContext trust) {
        try (HttpClient client = builder().sslContext(trust).build()) {
            return send(client, request(address)).statusCode() / 100 == 2;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    public static HttpResponse<String> get(String address) {
        return send(CLIENT, request(address));
    }

    /** Sends a body of the given type by the given method. */
    public static HttpResponse<String> send(String method, String address, String type, String body) {
        return send(
                CLIENT,
                request(address)
                        .header("Content-Type", type)
                        .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The same for a caller who shows who they are. */
    public static HttpResponse<String> as(
            String authorization, String method, String address, String type, String body) {
        return send(
                CLIENT,
                request(address)
                        .header("Authorization", authorization)
                        .header("Content-Type", type)
                        .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address)).timeout(LIMIT);
    }

    private static HttpClient.Builder builder() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2));
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
