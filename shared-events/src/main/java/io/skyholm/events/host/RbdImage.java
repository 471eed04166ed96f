package io.skyholm.events.host;

/**
 * Where a disk is in a Ceph cluster.
 *
 * @param pool the pool of the cluster
 * @param name what the image is called in the part of the pool that is its host's
 */
public record RbdImage(String pool, String name) {

    public RbdImage {
        ReportRules.isName("the pool of an image", pool);
        ReportRules.isName("the name of an image", name);
    }
}
