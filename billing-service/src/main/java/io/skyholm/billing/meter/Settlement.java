package io.skyholm.billing.meter;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.skyholm.runtime.tenant.Ids;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Compares what hours cost with what was charged for them: what is missing is charged, and what was too much is given back. */
final class Settlement {

    /** What has been charged for an hour so far, in how many parts, and by which plan and for how much last. */
    record Charged(
            Instant hour,
            BigDecimal amount,
            int parts,
            UUID planId,
            int planVersion,
            @Nullable Integer sizeGb) {}

    private Settlement() {}

    static List<UsageCharge> of(List<HourDue> due, List<Charged> charged) {
        Map<Instant, HourDue> wanted = due.stream().collect(toMap(HourDue::hour, identity()));
        Map<Instant, Charged> had = charged.stream().collect(toMap(Charged::hour, identity()));
        TreeSet<Instant> hours = new TreeSet<>(wanted.keySet());
        hours.addAll(had.keySet());
        List<UsageCharge> missing = new ArrayList<>();
        for (Instant hour : hours) {
            add(missing, hour, wanted.get(hour), had.get(hour));
        }
        return missing;
    }

    private static void add(List<UsageCharge> missing, Instant hour, @Nullable HourDue due, @Nullable Charged had) {
        BigDecimal wanted = due == null ? BigDecimal.ZERO : due.amount();
        BigDecimal before = had == null ? BigDecimal.ZERO : had.amount();
        BigDecimal amount = wanted.subtract(before);
        if (amount.signum() == 0) {
            return;
        }
        int part = had == null ? 0 : had.parts();
        if (due != null) {
            Tariff tariff = due.tariff();
            missing.add(
                    new UsageCharge(Ids.next(), hour, part, amount, tariff.planId(), tariff.version(), due.sizeGb()));
        } else if (had != null) {
            missing.add(new UsageCharge(Ids.next(), hour, part, amount, had.planId(), had.planVersion(), had.sizeGb()));
        }
    }
}
