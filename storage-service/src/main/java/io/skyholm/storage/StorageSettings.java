package io.skyholm.storage;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** What an installation decides about its images and disks. */
@ConfigMapping(prefix = "skyholm.storage")
public interface StorageSettings {

    /** The folder in which the bytes of images are. */
    Path folder();

    /** The most bytes that one version may have. */
    @WithDefault("100G")
    MemorySize largestImage();

    /** The largest disk that an image may describe, however few bytes it takes. */
    @WithDefault("16384G")
    MemorySize largestDisk();

    /** How long after its last piece an upload waits for the next. */
    @WithDefault("24h")
    Duration uploadExpires();

    /** In how many pieces an upload may come. */
    @WithDefault("10000")
    int mostParts();

    /** How long a piece that is being received keeps others out, should its receiver die. */
    @WithDefault("30s")
    Duration hold();

    /** How often what has been received of a piece is written down. */
    @WithDefault("5s")
    Duration checkpoint();

    /** How long verifying may take before the version has failed. */
    @WithDefault("6h")
    Duration verification();

    /** How often the store is asked for what it has. */
    @WithDefault("60s")
    Duration inventory();

    /** How long a host may take with a disk before that is said. */
    @WithDefault("10m")
    Duration diskAnswer();

    /** How old bytes are that belong to nobody before they are removed. */
    @WithDefault("1h")
    Duration orphanAge();
}
