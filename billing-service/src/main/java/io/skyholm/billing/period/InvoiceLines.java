package io.skyholm.billing.period;

import io.skyholm.billing.money.Amounts;
import io.skyholm.events.billing.InvoiceLineItem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The lines of an invoice: what came to nothing has none, and of very many the last are added up in one of their kind. */
final class InvoiceLines {

    /** More than these nobody reads, and no document holds. */
    static final int MOST = 200;

    private InvoiceLines() {}

    /** What all of them come to. */
    static BigDecimal sum(List<Movement> movements) {
        return movements.stream().map(Movement::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * The lines of those movements.
     *
     * @param givesBack whether the document says what is given back, not what is charged
     */
    static List<InvoiceLineItem> of(List<Movement> movements, boolean givesBack) {
        List<Movement> moved = movements.stream()
                .filter(movement -> movement.amount().signum() != 0)
                .toList();
        List<InvoiceLineItem> lines = new ArrayList<>();
        for (Movement movement : shortened(moved)) {
            lines.add(line(lines.size() + 1, movement, givesBack));
        }
        return List.copyOf(lines);
    }

    /** What exceeds the most is summed by kind; kinds are few. */
    private static List<Movement> shortened(List<Movement> moved) {
        if (moved.size() <= MOST) {
            return moved;
        }
        List<Movement> shortened = new ArrayList<>(moved.subList(0, MOST));
        List<Movement> rest = moved.subList(MOST, moved.size());
        rest.stream().map(Movement::kind).distinct().sorted().forEach(kind -> {
            List<Movement> alike =
                    rest.stream().filter(movement -> movement.kind() == kind).toList();
            shortened.add(new Movement(
                    kind, "And %d more".formatted(alike.size()), null, null, null, null, null, null, sum(alike)));
        });
        return shortened;
    }

    private static InvoiceLineItem line(int position, Movement movement, boolean givesBack) {
        BigDecimal price = movement.unitPrice();
        return new InvoiceLineItem(
                position,
                movement.kind(),
                movement.description(),
                movement.planId(),
                movement.planVersion(),
                movement.resources(),
                movement.hours(),
                movement.gbHours(),
                price == null ? null : Amounts.text(price),
                Amounts.text(givesBack ? movement.amount().negate() : movement.amount()));
    }
}
