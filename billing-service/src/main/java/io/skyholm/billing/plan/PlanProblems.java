package io.skyholm.billing.plan;

import io.skyholm.runtime.problem.Conflicts;

/** What can go wrong with plans. */
final class PlanProblems {

    /** What its unique indexes refuse. */
    static final Conflicts CONFLICTS = Conflicts.of(
                    "plan_name", "PLAN_NAME_TAKEN", "Another plan of this kind has this name; choose another")
            .or(
                    "plan_article",
                    "PLAN_PRICE_TAKEN",
                    "Another plan is the price of this; change that one, or retire it first");

    private PlanProblems() {}
}
