package cn.chuyi.registry;

import cn.chuyi.kit.decision.Refusal;
import cn.chuyi.kit.decision.Rule;
import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.journal.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The days of the register: civil dates of Asia/Shanghai. */
@ApplicationScoped
public class BusinessDates {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final Clock clock;
    private final RegistrySettings settings;

    BusinessDates(Clock clock, RegistrySettings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /**
     * The day on which a fact takes effect: as given, or today.
     *
     * @throws RefusedException when the day is before 1900 or too far ahead
     */
    public LocalDate effective(@Nullable LocalDate given) {
        return effective(given, today());
    }

    /** As {@link #effective(LocalDate)} with another default. */
    public LocalDate effective(@Nullable LocalDate given, LocalDate otherwise) {
        if (given == null) {
            return otherwise;
        }
        LocalDate latest = today().plusDays(settings.effectiveDaysAhead());
        if (given.isBefore(EARLIEST) || given.isAfter(latest)) {
            throw new RefusedException(Refusal.of(Implausible.EFFECTIVE_DATE_IMPLAUSIBLE, given, EARLIEST, latest)
                    .at("/effectiveOn"));
        }
        return given;
    }

    private enum Implausible implements Rule {
        EFFECTIVE_DATE_IMPLAUSIBLE;

        @Override
        public Wording wording() {
            return new Wording(
                    422,
                    new Text("生效日期 {0} 不合理。", "The effective date {0} is not plausible."),
                    new Text("请填写 {1} 至 {2} 之间的日期。", "Give a date from {1} to {2}."));
        }
    }
}
