package io.skyholm.local.ceph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import io.skyholm.local.LaunchProblem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The bucket behind a cluster's gateway, and who may use it. */
public record CephBucket(CephFiles files) {
    /** The port on which the gateway listens. */
    public static final String PORT = "ceph-rgw";

    /** What storage calls this store; what was in the folder before stays there, as that of a store of another name. */
    private static final String STORE = "ceph";

    private static final String NAME = "objects";
    private static final String USER = "storage";
    private static final String HMAC = "HmacSHA1";

    /** Where the gateway listens. */
    public String address() {
        return "127.0.0.1:" + files.site().ports().of(PORT);
    }

    private String secret() {
        return files.site().secrets().password("object_store");
    }

    /** Makes the user and the bucket. */
    public void make() {
        files.runSecretly(
                "--secret-key=" + secret(),
                "radosgw-admin",
                "user",
                "create",
                "--uid",
                USER,
                "--display-name",
                USER,
                "--access-key",
                USER);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(creation(), BodyHandlers.ofString(UTF_8));
            if (answer.statusCode() / 100 != 2) {
                throw new IOException(answer.statusCode() + " " + answer.body());
            }
        } catch (IOException failure) {
            throw new LaunchProblem(
                    "Ceph's gateway made no bucket: " + failure.getMessage(), "./skyholm logs " + PORT, failure);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }

    private HttpRequest creation() {
        return request("PUT", "").PUT(BodyPublishers.noBody()).build();
    }

    /**
     * A request of storage's user, signed as S3 did it in the beginning, which one line does and Ceph still takes.
     *
     * @param object in the bucket; empty for the bucket itself
     */
    public HttpRequest.Builder request(String method, String object) {
        String path = "/" + NAME + (object.isEmpty() ? "" : "/" + object);
        String date = RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
        String signed = method + "\n\n\n\nx-amz-date:" + date + "\n" + path;
        return HttpRequest.newBuilder(URI.create("http://" + address() + path))
                .header("x-amz-date", date)
                .header("Authorization", "AWS " + USER + ":" + signature(signed));
    }

    private String signature(String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret().getBytes(UTF_8), HMAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** The environment variables by which storage keeps new bytes there, and finds those that it had in its folder before. */
    public Map<String, String> storageVariables(String folder) {
        return Map.of(
                "SKYHOLM_STORAGE_STORE",
                STORE,
                "SKYHOLM_STORAGE_S3_BUCKET",
                NAME,
                "SKYHOLM_STORAGE_S3_ENDPOINT",
                "http://" + address(),
                "SKYHOLM_STORAGE_S3_ACCESS_KEY",
                USER,
                "SKYHOLM_STORAGE_S3_SECRET_KEY",
                secret(),
                "SKYHOLM_STORAGE_FORMER_STORES__DEFAULT__FOLDER",
                folder);
    }
}
