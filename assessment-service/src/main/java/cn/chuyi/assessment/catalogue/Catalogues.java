package cn.chuyi.assessment.catalogue;

import cn.chuyi.assessment.catalogue.CatalogueEvent.CatalogueDrafted;
import cn.chuyi.assessment.catalogue.CatalogueEvent.CatalogueFrozen;
import cn.chuyi.kit.event.JsonEventCodec;
import cn.chuyi.kit.journal.Aggregate;
import cn.chuyi.kit.journal.Journal;
import cn.chuyi.kit.journal.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The shell around {@link Catalogue}. */
@ApplicationScoped
public class Catalogues {
    static final JsonEventCodec<CatalogueEvent> CODEC = JsonEventCodec.of(CatalogueEvent.class, "chuyi.assessment.")
            .add("catalogue-drafted.v1", CatalogueDrafted.class)
            .add("catalogue-frozen.v1", CatalogueFrozen.class)
            .build();
    private static final Aggregate<Catalogue, CatalogueEvent> AGGREGATE =
            new Aggregate<>(Catalogue.NONE, Catalogue::evolve, CODEC);

    private final Journal journal;
    private final Map<FrozenKey, CatalogueContent> frozen = new ConcurrentHashMap<>();

    Catalogues(Journal journal) {
        this.journal = journal;
    }

    /** A frozen revision that a cycle goes by. */
    public record Frozen(Level level, int revision, String sha256) {}

    private record FrozenKey(CatalogueId id, String sha256) {}

    @Transactional(TxType.MANDATORY)
    Outcome<Catalogue, CatalogueEvent> handle(CatalogueId id, CatalogueCommand command) {
        return journal.handle(AGGREGATE, id.stream(), null, catalogue -> Catalogue.decide(catalogue, command));
    }

    @Transactional(TxType.MANDATORY)
    Outcome<Catalogue, CatalogueEvent> load(CatalogueId id) {
        return journal.load(AGGREGATE, id.stream());
    }

    /** The latest frozen revision; absent when nothing was frozen. */
    @Transactional(TxType.MANDATORY)
    public @Nullable Frozen latest(CatalogueId id) {
        CatalogueFrozen latest = load(id).state().frozen();
        return latest == null ? null : new Frozen(id.level(), latest.revision(), latest.sha256());
    }

    /**
     * The content of a frozen revision. It never changes, so it is read once.
     *
     * @throws IllegalStateException when that revision is not the latest one, which a noticed cycle rules out
     */
    @Transactional(TxType.MANDATORY)
    public CatalogueContent content(CatalogueId id, String sha256) {
        var key = new FrozenKey(id, sha256);
        CatalogueContent known = frozen.get(key);
        if (known != null) {
            return known;
        }
        CatalogueFrozen latest = load(id).state().frozen();
        if (latest == null || !latest.sha256().equals(sha256)) {
            throw new IllegalStateException("no frozen catalogue " + id + " with " + sha256);
        }
        CatalogueContent content = CatalogueContent.read(latest.content());
        frozen.put(key, content);
        return content;
    }
}
