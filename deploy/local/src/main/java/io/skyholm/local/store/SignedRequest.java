package io.skyholm.local.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A GET, signed as every server of S3 takes it (version 4), so that the launcher needs no client of theirs. */
record SignedRequest(BucketAccess bucket, String key, SortedMap<String, String> query) {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int DAY = 8;
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String SIGNED = "host;x-amz-content-sha256;x-amz-date";
    private static final String HMAC = "HmacSHA256";
    private static final Map<String, Integer> USUAL_PORTS = Map.of("http", 80, "https", 443);

    HttpRequest at(Instant now) {
        String moment = SECOND.format(now);
        String nothing = hash("");
        URI whole = URI.create(bucket.address() + (key.isEmpty() ? "/" : "/" + encoded(key)) + "?" + queryText());
        String request = String.join(
                "\n",
                "GET",
                whole.getRawPath(),
                queryText(),
                "host:" + host(whole),
                "x-amz-content-sha256:" + nothing,
                "x-amz-date:" + moment,
                "",
                SIGNED,
                nothing);
        String scope = String.join("/", moment.substring(0, DAY), bucket.region(), "s3", "aws4_request");
        String text = String.join("\n", ALGORITHM, moment, scope, hash(request));
        return HttpRequest.newBuilder(whole)
                .timeout(LIMIT)
                .header("x-amz-date", moment)
                .header("x-amz-content-sha256", nothing)
                .header(
                        "Authorization",
                        "%s Credential=%s/%s,SignedHeaders=%s,Signature=%s"
                                .formatted(ALGORITHM, bucket.accessKey(), scope, SIGNED, signature(scope, text)))
                .build();
    }

    private String signature(String scope, String text) {
        byte[] key = ("AWS4" + bucket.secretKey()).getBytes(UTF_8);
        for (String part : scope.split("/", -1)) {
            key = mac(key, part);
        }
        return HexFormat.of().formatHex(mac(key, text));
    }

    private String queryText() {
        return query.entrySet().stream()
                .map(one ->
                        encoded(one.getKey()) + "=" + encoded(one.getValue()).replace("/", "%2F"))
                .collect(Collectors.joining("&"));
    }

    /** As the client sends it. */
    private static String host(URI address) {
        int port = address.getPort();
        boolean usual = port < 0 || port == USUAL_PORTS.getOrDefault(address.getScheme(), -1);
        return usual ? address.getHost() : address.getHost() + ":" + port;
    }

    /** Slashes stay as they are in paths. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~")
                .replace("%2F", "/");
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
