package io.skyholm.storage.object;

import io.skyholm.storage.StorageSettings.S3;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.LegacyMd5Plugin;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A bucket, with the few calls that every server of S3 has; what fails, fails as files do. */
final class S3Bucket {

    private static final String BYTES = "application/octet-stream";
    private static final int PAGE = 1000;
    private static final int NOT_FOUND = 404;
    private static final int FULL = 507;

    private final S3Client client;
    private final String name;

    private S3Bucket(S3Client client, String name) {
        this.client = client;
        this.name = name;
    }

    /**
     * Older servers know no checksums but MD5. A server that takes a line and is silent is waited for so long and no longer: when it is read from, and,
     * since nothing else ends a write that it does not take, by the limit of the whole request.
     */
    static S3Bucket of(S3 settings, String name) {
        Duration silence = settings.answerTimeout();
        var builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(silence)
                        .socketTimeout(silence))
                .overrideConfiguration(it -> it.apiCallTimeout(silence.multipliedBy(2)))
                .region(Region.of(settings.region()))
                .forcePathStyle(settings.pathStyle())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .addPlugin(LegacyMd5Plugin.create())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        settings.accessKey().orElse(""), settings.secretKey().orElse(""))));
        settings.endpoint().map(URI::create).ifPresent(builder::endpointOverride);
        return new S3Bucket(builder.build(), name);
    }

    void put(String key, ByteBuffer bytes) throws IOException {
        run(() -> client.putObject(
                it -> it.bucket(name).key(key),
                RequestBody.fromContentProvider(() -> stream(bytes), bytes.remaining(), BYTES)));
    }

    /** Read where they are, once for each attempt. */
    private static InputStream stream(ByteBuffer bytes) {
        return new ByteArrayInputStream(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
    }

    /** So many bytes of an object, from that one on. */
    InputStream get(String key, long from, long length) throws IOException {
        String range = "bytes=%d-%d".formatted(from, from + length - 1);
        return run(() -> client.getObject(it -> it.bucket(name).key(key).range(range)));
    }

    Optional<byte[]> find(String key) throws IOException {
        try {
            return Optional.of(
                    run(() -> client.getObjectAsBytes(it -> it.bucket(name).key(key)))
                            .asByteArray());
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        }
    }

    boolean has(String key) throws IOException {
        try {
            run(() -> client.headObject(it -> it.bucket(name).key(key)));
            return true;
        } catch (NoSuchFileException missing) {
            return false;
        }
    }

    /** The next of those whose keys begin so and come behind that one. */
    List<S3Object> list(String prefix, @Nullable String after) throws IOException {
        return run(() -> client.listObjectsV2(
                        it -> it.bucket(name).prefix(prefix).startAfter(after).maxKeys(PAGE)))
                .contents();
    }

    /** The next folders below that one which come behind that key. */
    List<String> folders(String prefix, String after, int most) throws IOException {
        ListObjectsV2Response found = run(() -> client.listObjectsV2(it ->
                it.bucket(name).prefix(prefix).delimiter("/").startAfter(after).maxKeys(Math.min(PAGE, most))));
        return found.commonPrefixes().stream().map(CommonPrefix::prefix).toList();
    }

    void delete(List<String> keys) throws IOException {
        List<ObjectIdentifier> objects = keys.stream()
                .map(key -> ObjectIdentifier.builder().key(key).build())
                .toList();
        for (int from = 0; from < objects.size(); from += PAGE) {
            List<ObjectIdentifier> portion = objects.subList(from, Math.min(objects.size(), from + PAGE));
            var answer = run(() -> client.deleteObjects(
                    it -> it.bucket(name).delete(some -> some.objects(portion).quiet(true))));
            if (answer.hasErrors()) {
                throw new IOException("The bucket keeps " + answer.errors().getFirst());
            }
        }
    }

    private <T> T run(Call<T> call) throws IOException {
        try {
            return call.make();
        } catch (NoSuchKeyException missing) {
            throw new NoSuchFileException(name, null, missing.getMessage());
        } catch (S3Exception refused) {
            throw failure(refused);
        } catch (SdkException away) {
            throw new IOException(away.getMessage(), away);
        } catch (UncheckedIOException cut) {
            throw new IOException(cut.getMessage(), cut);
        }
    }

    private IOException failure(S3Exception refused) {
        String code = refused.awsErrorDetails() == null
                ? ""
                : refused.awsErrorDetails().errorCode();
        if (refused.statusCode() == FULL || "QuotaExceeded".equals(code)) {
            return new IOException("No space left in the bucket", refused);
        }
        return refused.statusCode() == NOT_FOUND && !"NoSuchBucket".equals(code)
                ? new NoSuchFileException(name, null, refused.getMessage())
                : new IOException(refused.getMessage(), refused);
    }

    /** A call of the client. */
    @FunctionalInterface
    private interface Call<T> {
        T make();
    }
}
