package io.skyholm.storage.object;

import io.skyholm.local.ceph.CephBucket;
import io.skyholm.local.ceph.CephFiles;
import io.skyholm.local.store.ObjectStore;
import io.skyholm.local.store.StoreSettings;
import io.skyholm.local.suite.Suite;
import io.skyholm.local.suite.TestPlatform;
import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** The gateway of a Ceph cluster on this machine, with the bucket that the suite's storage has there. */
final class CephGateway implements ObjectServer {

    /** Tests on it run where this is true, and fail there if it cannot be had. */
    static final String WANTED = "skyholm.real";

    private static final Suite SUITE =
            TestPlatform.ofItsOwn("storage-ceph", CephBucket.PORT).suite();

    @Override
    public Map<String, String> settings() {
        return new CephBucket(new CephFiles(SUITE.site()))
                .storageVariables(SUITE.site().data().of("objects").toString());
    }

    /** The bucket as the books list it. */
    ObjectStore listed() {
        return new StoreSettings(settings()).stores().getFirst();
    }

    /** Sends one part of an object, and no more, in the way of S3 that storage never uses; says what the server calls that. */
    String beginUpload(String key, String bytes) {
        try (S3Client client = client()) {
            String upload = client.createMultipartUpload(it -> it.bucket(name()).key(key))
                    .uploadId();
            client.uploadPart(
                    it -> it.bucket(name()).key(key).uploadId(upload).partNumber(1), RequestBody.fromString(bytes));
            return upload;
        }
    }

    void callOff(String key, String upload) {
        try (S3Client client = client()) {
            client.abortMultipartUpload(it -> it.bucket(name()).key(key).uploadId(upload));
        }
    }

    private String name() {
        return settings().getOrDefault("SKYHOLM_STORAGE_S3_BUCKET", "");
    }

    private S3Client client() {
        Map<String, String> told = settings();
        return S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .endpointOverride(URI.create(told.getOrDefault("SKYHOLM_STORAGE_S3_ENDPOINT", "")))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        told.getOrDefault("SKYHOLM_STORAGE_S3_ACCESS_KEY", ""),
                        told.getOrDefault("SKYHOLM_STORAGE_S3_SECRET_KEY", ""))))
                .build();
    }

    /** Ends it at once, as a crash would. */
    void kill() {
        SUITE.kill(CephBucket.PORT);
    }

    /** Starts it with what it had. */
    void startAgain() {
        SUITE.start(CephBucket.PORT);
    }

    /** It is for all tests of this process. */
    @Override
    public void close() {}
}
