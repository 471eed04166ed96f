package io.skyholm.system.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.client.ApiClient;
import io.skyholm.client.api.ImagesApi;
import io.skyholm.client.model.CreateImage;
import io.skyholm.client.model.CreateImageVersion;
import io.skyholm.client.model.DiskFormat;
import io.skyholm.client.model.ImageType;
import io.skyholm.client.model.ImageVersion;
import io.skyholm.client.model.ImageVersionStatus;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.GeneratedClient.Call;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/** Images as a program uploads them that was written against the published document. */
public record ClientImages(ApiClient client) {

    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    /** Of which image it is. */
    public record Version(UUID image, UUID id) {}

    /** The upload is cut after its first half by what is done then, and goes on where storage says that it has come to. */
    public Version uploadedInTwo(byte[] bytes, Runnable cut) {
        Version version = announced(bytes);
        UUID upload = begun(version, bytes.length);
        int half = bytes.length / 2;
        append(version, upload, bytes, 0, half);
        cut.run();
        int come = (int) received(version, upload);
        assertThat(come).isEqualTo(half);
        append(version, upload, bytes, come, bytes.length);
        endsAs(version, ImageVersionStatus.AVAILABLE);
        return version;
    }

    /** Bytes that have not the checksum that was announced are not taken for the image. */
    public void refusesOtherBytes(byte[] bytes) {
        Version version = announced(Arrays.copyOf(bytes, bytes.length - 1));
        append(version, begun(version, bytes.length), bytes, 0, bytes.length);
        ImageVersion refused = endsAs(version, ImageVersionStatus.FAILED);
        assertThat(refused.getFailureReason()).containsIgnoringCase("sha-256");
        delete(version);
    }

    /** Deletes an image with this version. */
    public void delete(Version version) {
        ImageVersion deleted =
                Call.to(() -> images().imagesVersionsDelete(version.image(), version.id(), true, null, null, null));
        assertThat(deleted.getStatus()).isEqualTo(ImageVersionStatus.DELETED);
        assertThat(Call.to(() -> images().imagesDelete(ImagesApi.APIImagesDeleteRequest.newBuilder()
                                .id(version.image())
                                .now(true)
                                .build()))
                        .getDeletedAt())
                .isNotNull();
    }

    private ImagesApi images() {
        return new ImagesApi(client);
    }

    private Version announced(byte[] bytes) {
        UUID image = Call.to(() -> images().imagesCreate(
                                new CreateImage()
                                        .name("image-" + UUID.randomUUID())
                                        .imageType(ImageType.CUSTOM),
                                null,
                                null,
                                null))
                .getId();
        UUID version = Call.to(() -> images().imagesVersionsCreate(
                                image,
                                new CreateImageVersion()
                                        .versionNumber("1.0")
                                        .diskFormat(DiskFormat.RAW)
                                        .checksumSha256(sha256(bytes)),
                                null,
                                null,
                                null))
                .getId();
        return new Version(image, version);
    }

    private UUID begun(Version version, int length) {
        return Call.to(() -> images().imagesVersionsUploadsCreate(
                                version.image(),
                                version.id(),
                                Integer.toString(length),
                                "1.0.0",
                                null,
                                null,
                                null,
                                null))
                .getId();
    }

    /** As a client of tus does, for a generated one has no way to send bytes that are neither JSON nor a form. */
    private void append(Version version, UUID upload, byte[] bytes, int from, int to) {
        HttpRequest.Builder part = HttpRequest.newBuilder(URI.create("%s/v1/images/%s/versions/%s/uploads/%s"
                        .formatted(client.getBaseUri(), version.image(), version.id(), upload)))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/offset+octet-stream")
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Offset", Integer.toString(from))
                .method("PATCH", BodyPublishers.ofByteArray(bytes, from, to - from));
        client.getRequestInterceptor().accept(part);
        HttpResponse<String> answer = client.getHttpClient()
                .sendAsync(part.build(), BodyHandlers.ofString())
                .join();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    private long received(Version version, UUID upload) {
        return Call.to(() -> images().imagesVersionsUploadsGet(version.image(), upload, version.id(), "1.0.0", null))
                .getUploadOffset();
    }

    private ImageVersion endsAs(Version version, ImageVersionStatus status) {
        return Eventually.get(TIMEOUT, () -> {
            ImageVersion now = Call.to(() -> images().imagesVersionsGet(version.image(), version.id(), null));
            return now.getStatus() == status ? now : null;
        });
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
