package io.skyholm.billing.period;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.billing.InvoiceLineItem;
import io.skyholm.events.billing.InvoiceLineKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The lines of an invoice, however much has moved. */
class InvoiceLinesTest {

    @Test
    void whatCameToNothingHasNoLine() {
        List<InvoiceLineItem> lines =
                InvoiceLines.of(List.of(moved("one", "0.50"), moved("none", "0.000"), moved("two", "-0.25")), false);
        assertThat(lines).extracting(InvoiceLineItem::description).containsExactly("one", "two");
        assertThat(lines).extracting(InvoiceLineItem::position).containsExactly(1, 2);
        assertThat(lines).extracting(InvoiceLineItem::amount).containsExactly("0.50", "-0.25");
    }

    @Test
    void creditNoteSaysWhatIsGivenBack() {
        assertThat(InvoiceLines.of(List.of(moved("one", "-3.00"), moved("two", "1.00")), true))
                .extracting(InvoiceLineItem::amount)
                .containsExactly("3.00", "-1.00");
    }

    @Test
    void veryManyAreAddedUpAndStillSumToTheSame() {
        List<Movement> many = IntStream.range(0, 5 * InvoiceLines.MOST)
                .mapToObj(at -> moved("charge " + at, "0.01"))
                .toList();
        List<InvoiceLineItem> lines = InvoiceLines.of(many, false);
        assertThat(lines).hasSize(InvoiceLines.MOST + 1);
        assertThat(lines.getLast().description()).isEqualTo("And 800 more");
        assertThat(lines.stream().map(line -> new BigDecimal(line.amount())).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(InvoiceLines.sum(many));
    }

    private static Movement moved(String description, String amount) {
        return new Movement(
                InvoiceLineKind.CHARGE, description, null, null, null, null, null, null, new BigDecimal(amount));
    }
}
