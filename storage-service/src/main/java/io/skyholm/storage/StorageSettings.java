package io.skyholm.storage;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an installation decides about its images and disks. */
@ConfigMapping(prefix = "skyholm.storage")
public interface StorageSettings {

    /** The folder in which the bytes of images are, unless they are in a bucket. */
    Path folder();

    /** The bucket in which they are instead. */
    S3 s3();

    /** What the store is called that takes new bytes. */
    @WithDefault("default")
    String store();

    /** The stores that took them before, by what they were called: what they have is read and removed there. */
    Map<String, FormerStore> formerStores();

    /** The most bytes that one version may have; a request may send as many. */
    MemorySize largestImage();

    /** The largest disk that an image may describe, however few bytes it takes. */
    @WithDefault("16384G")
    MemorySize largestDisk();

    /** How long after its last part an upload waits for the next. */
    @WithDefault("24h")
    Duration uploadExpires();

    /** In how many parts an upload may come. */
    @WithDefault("10000")
    int mostParts();

    /** How many parts of an upload may be begun, whether or not anything of them counts. */
    @WithDefault("20000")
    int mostAttempts();

    /** How long a part that is being received keeps others out, should its receiver die. */
    @WithDefault("30s")
    Duration uploadLease();

    /** How often what has been received of a part is written down. */
    @WithDefault("5s")
    Duration checkpointInterval();

    /** How long verifying may take before the version has failed. */
    @WithDefault("6h")
    Duration verificationTimeout();

    /** How long fetching the bytes of a version may take before it has failed. */
    @WithDefault("24h")
    Duration importTimeout();

    /** Blocks of addresses from which bytes may be fetched although they are within private networks. */
    Optional<List<String>> importFrom();

    /** How often the store is asked for what it has. */
    @WithDefault("60s")
    Duration inventoryInterval();

    /** How long a host may take with a disk before that is said. */
    @WithDefault("10m")
    Duration diskTimeout();

    /** How much longer it may take for each GiB that it has to copy. */
    @WithDefault("30s")
    Duration copyTimeoutPerGb();

    /** How long what its owner deletes can be taken back; zero for not at all. */
    @WithDefault("24h")
    Duration undoWindow();

    /** How long checking a disk may take before it has failed. */
    @WithDefault("24h")
    Duration checkTimeout();

    /** How long before something expires its owner is told. */
    @WithDefault("72h")
    Duration expiryNotice();

    /** How old bytes are that belong to nobody before they are removed. */
    @WithDefault("1h")
    Duration orphanAge();

    /** Whether this is a platform on one machine, each of whose hosts begins with a pool. */
    @WithDefault("false")
    boolean local();

    /** Where the hosts of a platform on one machine have their disks, if that is Ceph. */
    LocalCeph localCeph();

    /** A Ceph cluster on this machine. */
    interface LocalCeph {

        /** The folder in which the keys of hosts are, each in a keyring that is named like the host. */
        Optional<Path> keys();

        /** Where its monitors are. */
        Optional<List<String>> monitors();

        /** The pool in which each host has a namespace that is named like it; absent where each has a pool of that name. */
        Optional<String> pool();
    }

    /** An object store that takes nothing new. */
    interface FormerStore {

        /** The folder that it is, unless it is a bucket. */
        Optional<Path> folder();

        /** The bucket that it is instead. */
        S3 s3();
    }

    /** An object store that speaks S3. */
    interface S3 {

        /** The bucket, which is there already; without one the folder is used. */
        Optional<String> bucket();

        /** Where the server is; without it Amazon's of the region. */
        Optional<String> endpoint();

        /** The region that requests are signed for. */
        @WithDefault("us-east-1")
        String region();

        /** Whether the bucket stands in the path, as most servers but Amazon's want it, and not in the host's name. */
        @WithDefault("true")
        boolean pathStyle();

        /** Which key signs requests. */
        Optional<String> accessKey();

        /** What it signs with. */
        Optional<String> secretKey();

        /** How long the server may be silent; a request has failed after twice that, whatever was tried again. */
        @WithDefault("30s")
        Duration answerTimeout();
    }
}
