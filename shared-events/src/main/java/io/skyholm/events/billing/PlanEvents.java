package io.skyholm.events.billing;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of a plan's life. */
public final class PlanEvents {

    public static final EventType<PlanFact> CREATED =
            new EventType<>("billing.plan.created.v1", PlanFact.class, "A plan is offered.");

    public static final EventType<PlanFact> CHANGED =
            new EventType<>("billing.plan.changed.v1", PlanFact.class, "A plan's sizes, rates or regions changed.");

    public static final EventType<PlanFact> RETIRED = new EventType<>(
            "billing.plan.retired.v1",
            PlanFact.class,
            "A plan is not offered any more; what was made with it keeps its terms.");

    public static final List<EventType<PlanFact>> TYPES = List.of(CREATED, CHANGED, RETIRED);

    private PlanEvents() {}
}
