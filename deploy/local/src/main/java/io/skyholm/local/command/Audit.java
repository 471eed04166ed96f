package io.skyholm.local.command;

import picocli.CommandLine.Command;

/** What can be done with the audit's files without the audit. */
@Command(name = "audit", description = "Verify an export of the audit.", subcommands = AuditVerify.class)
final class Audit {
    private Audit() {}
}
