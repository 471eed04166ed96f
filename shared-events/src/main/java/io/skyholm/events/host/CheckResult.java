package io.skyholm.events.host;

import java.util.List;

/**
 * What a host has found when it checked a disk.
 *
 * @param findings for a person: what is not as it should be, or was not; none of a disk that is sound
 */
public record CheckResult(CheckOutcome outcome, List<String> findings) {

    /** So many at most are told of one disk. */
    public static final int MOST_FINDINGS = 20;

    public CheckResult {
        ReportRules.isThere("the outcome of a check", outcome);
        findings = ReportRules.texts("findings", findings, MOST_FINDINGS);
    }
}
