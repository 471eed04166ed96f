package io.skyholm.local.ceph;

import io.skyholm.local.Progress;
import io.skyholm.local.debian.DebianPackages;
import java.util.List;

/** Ceph's programs: those of disks, and the gateway, which images need. */
public final class CephPackages {
    private static final DebianPackages DISKS = new DebianPackages(
            "Ceph",
            List.of("ceph-mon", "ceph-osd", "ceph", "rbd", "ceph-authtool", "monmaptool"),
            List.of("ceph-mon", "ceph-osd", "ceph-common"),
            "the libraries librados2 and librbd1");

    private static final DebianPackages GATEWAY = new DebianPackages(
            "Ceph's gateway", List.of("radosgw", "radosgw-admin"), List.of("radosgw"), "nothing else");

    private CephPackages() {}

    /** Installs what is missing where that can be done without a question, and otherwise says what to install. */
    public static void require(Progress progress) {
        DISKS.require("ceph-mon", progress);
    }

    /** The same for who has objects there. */
    public static void requireGateway(Progress progress) {
        GATEWAY.require("ceph-rgw", progress);
    }
}
