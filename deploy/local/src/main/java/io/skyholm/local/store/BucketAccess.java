package io.skyholm.local.store;

import java.net.URI;

/**
 * A bucket of S3, and by which key it is read.
 *
 * @param address of the bucket, without a slash at its end
 */
public record BucketAccess(URI address, String region, String accessKey, String secretKey) {}
