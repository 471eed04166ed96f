package io.skyholm.events.identity;

import java.util.stream.Stream;

/** The kinds of row that a tenant makes by itself, and how many of each it may have where nobody has said otherwise. */
public enum CountedKind {
    USERS("users", 1_000),
    USER_GROUPS("userGroups", 500),
    ROLES("roles", 200),
    THEMES("themes", 50),
    /** Those that wait for an answer. */
    INVITATIONS("invitations", 500),
    API_KEYS("apiKeys", 1_000),
    SERVICE_ACCOUNTS("serviceAccounts", 200),
    SSH_KEYS("sshKeys", 1_000),
    TEMPLATES("templates", 200),
    TEMPLATE_VERSIONS("templateVersions", 2_000),
    STACK_SCRIPTS("stackScripts", 200),
    INSTANCE_SETS("instanceSets", 500),
    PLACES("places", 500),
    VPCS("vpcs", 100),
    SUBNETS("subnets", 1_000),
    ADDRESS_POOLS("addressPools", 500),
    SECURITY_GROUPS("securityGroups", 200),
    /** Those that it holds, be they private or public; those of ports come with instances. */
    ADDRESSES("addresses", 1_000),
    IMAGES("images", 200),
    IMAGE_VERSIONS("imageVersions", 1_000),
    IMAGE_TAGS("imageTags", 2_000),
    /** Those that are open, each of which holds what it has announced. */
    IMAGE_UPLOADS("imageUploads", 20),
    /** What the bytes of all versions take together, in GiB. */
    IMAGE_GB("imageGb", 1_000),
    DATA_DISKS("dataDisks", 500),
    /** What all data disks have together, in GiB. */
    DATA_DISK_GB("dataDiskGb", 10_000),
    DISK_ATTACHMENTS("diskAttachments", 1_000),
    DISK_SNAPSHOTS("diskSnapshots", 1_000),
    /** What all snapshots of disks have together, in GiB. */
    DISK_SNAPSHOT_GB("diskSnapshotGb", 10_000),
    SNAPSHOT_SCHEDULES("snapshotSchedules", 500),
    BACKUPS("backups", 1_000),
    /** What all backups have together, in GiB. */
    BACKUP_GB("backupGb", 10_000),
    /** Those that wait for an answer. */
    TRANSFERS("transfers", 50),
    /** The same of instances. */
    INSTANCE_TRANSFERS("instanceTransfers", 50),
    /** Those that are not closed, or were within a day. */
    TICKETS("tickets", 200),
    /** Those that its people wrote within a day. */
    TICKET_MESSAGES("ticketMessages", 1_000);

    private final String label;
    private final long usual;

    CountedKind(String label, long usual) {
        this.label = label;
        this.usual = usual;
    }

    /** What it is called in quotas, settings and refusals. */
    public String label() {
        return label;
    }

    /** The most where neither the tenant's quota nor a setting says otherwise. */
    public long usual() {
        return usual;
    }

    static boolean isLabel(String text) {
        return Stream.of(values()).anyMatch(kind -> kind.label.equals(text));
    }
}
