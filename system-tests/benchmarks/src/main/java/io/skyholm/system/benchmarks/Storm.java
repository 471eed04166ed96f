package io.skyholm.system.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Many small instances, asked for at once. */
record Storm(int port, String token) {

    private static final int ACCEPTED = 202;

    /** Asks for so many, and returns when all are accepted. */
    void ask(int instances) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
            for (int number = 0; number < instances; number++) {
                asked.add(http.sendAsync(request(), BodyHandlers.ofString()));
            }
            for (CompletableFuture<HttpResponse<String>> one : asked) {
                HttpResponse<String> answer = one.join();
                if (answer.statusCode() != ACCEPTED) {
                    throw new IllegalStateException("An instance was refused: " + answer.body());
                }
            }
        }
    }

    private HttpRequest request() {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/instances"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"storm-" + System.nanoTime()
                        + "\",\"cpuCores\":1,\"memoryGb\":1,\"storageGb\":10}"))
                .build();
    }
}
