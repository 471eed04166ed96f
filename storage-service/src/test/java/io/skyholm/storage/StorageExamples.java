package io.skyholm.storage;

import io.skyholm.runtime.testing.api.Examples;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.Map;

/** How every operation of storage is called rightly, on things of one tenant. */
final class StorageExamples {

    private static final String VERSION = "/v1/images/{id}/versions/{versionId}";
    private static final String UPLOADS = VERSION + "/uploads";
    private static final String UPLOAD = UPLOADS + "/{uploadId}";
    private static final String TAG = "/v1/images/{id}/tags/{tagId}";

    private StorageExamples() {}

    /** Things of the owner's tenant. */
    static Examples of(Person owner) {
        Map<String, Object> full = Fresh.image(Fresh.name());
        full.putAll(Map.of(
                "description", "Debian with our agents",
                "imageType", "OS_BASE",
                "baseOs", "Debian",
                "osVersion", "13",
                "minCpuCores", 1,
                "minMemoryGb", 1,
                "minStorageGb", 10,
                "recommendedCpuCores", 2,
                "recommendedMemoryGb", 2));
        String image = "/v1/images/" + owner.made("/v1/images", full);
        String empty = Fresh.imageOf(owner);
        String first = Fresh.availableOf(owner, image);
        Map<String, Object> second = Fresh.version();
        second.put("parentVersionId", Fresh.id(first));
        String pending = image + "/versions/" + owner.made(image + "/versions", second);
        String uploading = Fresh.versionOf(owner, image);
        String upload = Tus.begun(owner, uploading, 1024);
        String tag = image + "/tags/"
                + owner.made(image + "/tags", Map.of("tagName", "stable", "versionId", Fresh.id(first)));
        Eventually.rows(
                1,
                "select count(*) from observed_object where id = (select object_id from image_version where id = ?)",
                Fresh.id(first));
        return new Examples()
                .example("POST /v1/images", Map.of("name", "Ubuntu", "imageType", "OS_BASE"))
                .example("PATCH /v1/images/{id}", Map.of("description", "Other"))
                .path("/v1/images/{id}", () -> empty)
                .example(
                        "POST /v1/images/{id}/versions",
                        Map.of("versionNumber", "13.1", "diskFormat", "QCOW2", "versionName", "Summer"))
                .path("/v1/images/{id}/versions", () -> image + "/versions")
                .example("PATCH " + VERSION, Map.of("releaseNotes", "With the new kernel"))
                .path(VERSION, () -> pending)
                .path(VERSION + "/content", () -> first + "/content")
                .headers("POST " + UPLOADS, Map.of("Upload-Length", "1024"))
                .path(UPLOADS, () -> pending + "/uploads")
                .headers("PATCH " + UPLOAD, Map.of("Upload-Offset", "0", "Content-Type", Tus.BYTES))
                .path(UPLOAD, () -> upload)
                .example("POST /v1/images/{id}/tags", Map.of("tagName", "testing", "versionId", Fresh.id(first)))
                .path("/v1/images/{id}/tags", () -> image + "/tags")
                .example("PATCH " + TAG, Map.of("versionId", Fresh.id(first)))
                .path(TAG, () -> tag);
    }
}
