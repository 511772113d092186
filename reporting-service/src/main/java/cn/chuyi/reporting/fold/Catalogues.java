package cn.chuyi.reporting.fold;

import cn.chuyi.reporting.fact.AssessmentFact.CatalogueFrozen;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Ledger;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.score.InvalidInputException;
import cn.chuyi.reporting.score.Level;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The frozen catalogues among the facts. */
public final class Catalogues {
    private static final Logger LOG = Logger.getLogger(Catalogues.class);

    private final Ledger ledger;

    public Catalogues(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The last frozen one; absent when there is none, or it cannot be read. */
    public @Nullable Assessor assessor(Cycle cycle, Level level, @Nullable Instant asOf) {
        return assessor(ledger.stream(cycle.catalogueStream(level.name()), asOf));
    }

    /** The last frozen one of a catalogue's stream; absent when there is none, or it cannot be read. */
    public static @Nullable Assessor assessor(List<Recorded> stream) {
        Assessor assessor = null;
        for (var recorded : stream) {
            if (recorded.fact() instanceof CatalogueFrozen frozen) {
                try {
                    assessor = new Assessor(frozen.content().catalogue(), recorded.position());
                } catch (InvalidInputException e) {
                    LOG.errorf("%s version %d: %s", recorded.stream(), recorded.version(), e.getMessage());
                }
            }
        }
        return assessor;
    }
}
