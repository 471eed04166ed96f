package io.skyholm.billing.plan;

import io.skyholm.billing.money.Amounts;
import io.skyholm.events.billing.PlanKind;
import io.skyholm.events.storage.DiskType;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.problem.Problem;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A size on offer and what it costs. */
@Entity
class Plan implements Revised {

    private static final int MB_PER_GB = 1024;

    @Id
    UUID id;

    /** Counts its terms. */
    int version;

    @Enumerated(EnumType.STRING)
    PlanKind kind;

    /** Of the disks whose price it is. */
    @Enumerated(EnumType.STRING)
    @Nullable DiskType diskType;

    String name;

    @Nullable String provider;

    @Nullable String providerType;

    int vcpus;
    int memoryMb;
    int diskGb;
    int gpuCount;

    @Nullable Integer transferGb;

    @Nullable Integer networkOutMbps;

    boolean bySecond;
    String currency;

    @Nullable BigDecimal baseCost;

    @Nullable BigDecimal markupPercentage;

    BigDecimal hourlyRate;
    BigDecimal monthlyRate;

    String[] availableRegions;

    boolean isActive;

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Plan() {}

    Plan(UUID id, CreatePlan command, String currency, Revision revision) {
        if ((command.diskType() != null) != (command.kind() == PlanKind.DISK)) {
            throw Problem.invalid("diskType", "must be given for the price of disks, and for nothing else");
        }
        this.id = id;
        this.version = 1;
        this.kind = command.kind();
        this.diskType = command.diskType();
        this.name = command.name();
        this.provider = command.provider();
        this.providerType = command.providerType();
        this.currency = currency;
        this.availableRegions = command.regions();
        this.isActive = true;
        this.revision = revision;
        this.hourlyRate = BigDecimal.ZERO;
        this.monthlyRate = BigDecimal.ZERO;
        take(command.terms());
    }

    PlanTerms terms() {
        return new PlanTerms(
                vcpus,
                memoryMb,
                diskGb,
                gpuCount,
                transferGb,
                networkOutMbps,
                bySecond,
                baseCost,
                markupPercentage,
                new Rates(hourlyRate, monthlyRate));
    }

    /** Other terms are a new version; tells whether they are others. */
    boolean agree(PlanTerms terms) {
        boolean others = !terms.equals(terms());
        take(terms);
        version += others ? 1 : 0;
        return others;
    }

    private void take(PlanTerms terms) {
        if (kind.isPrice()) {
            terms.checkNoMachine();
        } else {
            terms.checkMachine();
        }
        if (kind == PlanKind.VPS && terms.memoryMb() % MB_PER_GB != 0) {
            throw Problem.invalid("memoryMb", "must be a multiple of 1024 for a VPS: machines give memory by the GiB");
        }
        vcpus = terms.vcpus();
        memoryMb = terms.memoryMb();
        diskGb = terms.diskGb();
        gpuCount = terms.gpuCount();
        transferGb = terms.transferGb();
        networkOutMbps = terms.networkOutMbps();
        bySecond = terms.bySecond();
        baseCost = terms.baseCost();
        markupPercentage = terms.markupPercentage();
        hourlyRate = terms.rates().hourly();
        monthlyRate = terms.rates().monthly();
    }

    /** What was made with it keeps its terms; nothing new is made. */
    void retire() {
        isActive = false;
    }

    @Nullable String baseCost() {
        return text(baseCost);
    }

    @Nullable String markupPercentage() {
        return text(markupPercentage);
    }

    String hourlyRate() {
        return Amounts.text(hourlyRate);
    }

    String monthlyRate() {
        return Amounts.text(monthlyRate);
    }

    private static @Nullable String text(@Nullable BigDecimal amount) {
        return amount == null ? null : Amounts.text(amount);
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
