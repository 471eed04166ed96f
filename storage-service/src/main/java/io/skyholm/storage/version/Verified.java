package io.skyholm.storage.version;

/** What has been found of a version's bytes. */
public record Verified(int sizeGb, String sha256, String md5) {}
