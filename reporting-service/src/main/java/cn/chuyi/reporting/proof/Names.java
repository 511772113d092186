package cn.chuyi.reporting.proof;

import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.score.Level;
import java.util.List;

/** The files of a package, in their order. */
public final class Names {
    public static final String MANIFEST = "manifest.json";
    public static final String SIGNATURE = "manifest.jws";
    public static final String CANONICAL = "canonical.tsv";
    public static final String EXPLANATION = "explanation.json";
    public static final String CATALOGUE = "catalogue.json";
    public static final String EVENTS = "events.ndjson";
    public static final String CHAIN = "chain.ndjson";
    public static final String KEYS = "jwks.json";

    /** A unit's package within a board's. */
    public static final String UNITS = "units/";

    /** What {@code typ} says of a signed manifest. */
    public static final String SIGNED_MANIFEST = "chuyi-manifest";

    static final List<String> OF_UNIT = List.of(CANONICAL, EXPLANATION, CATALOGUE, EVENTS, CHAIN, KEYS);

    /** Besides those of its units. */
    static final List<String> OF_BOARD = List.of(CANONICAL, KEYS);

    private Names() {}

    static String catalogueStream(String programme, int year, Level level) {
        return "catalogue-" + Cycle.id(programme, year) + "-" + level;
    }
}
