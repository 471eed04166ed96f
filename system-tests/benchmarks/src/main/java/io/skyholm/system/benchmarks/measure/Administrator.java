package io.skyholm.system.benchmarks.measure;

import io.skyholm.local.login.LauncherClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first administrator, signed in with a real token. */
public final class Administrator {

    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final BenchSuite suite;

    public Administrator(BenchSuite suite) {
        this.suite = suite;
    }

    /** A token, as soon as the administrator has reached Keycloak. */
    public String token() throws IOException, InterruptedException {
        LauncherClient client = suite.launcherClient();
        String form = client.login("admin", suite.password("first_admin_password"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(client.tokenAddress()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        for (int attempt = 0; attempt < 300; attempt++) {
            Matcher token =
                    TOKEN.matcher(http.send(request, BodyHandlers.ofString()).body());
            if (token.find()) {
                return token.group(1);
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("The administrator cannot sign in");
    }

    /** The id of a tenant that was just made. */
    public String aTenant(String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + suite.port("identity") + "/v1/tenants"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"Read " + UUID.randomUUID() + "\"}"))
                .build();
        String answer = http.send(request, BodyHandlers.ofString()).body();
        Matcher id = ID.matcher(answer);
        if (!id.find()) {
            throw new IllegalStateException("No tenant was made: " + answer);
        }
        return id.group(1);
    }
}
