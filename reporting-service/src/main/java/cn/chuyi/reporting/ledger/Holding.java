package cn.chuyi.reporting.ledger;

import cn.chuyi.reporting.ledger.Landscape.Placed;
import cn.chuyi.reporting.ledger.Remembered.Held;
import cn.chuyi.reporting.measure.School;
import cn.chuyi.reporting.measure.Work;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sorts institutions, and then the projects, by the divisions that hold them; the others are nobody's here. */
final class Holding {
    private final Map<String, Held> byCode = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();

    Holding(Set<String> codes) {
        codes.forEach(code -> byCode.put(code, new Held(new ArrayList<>(), new ArrayList<>())));
    }

    void add(Placed<School> school) {
        heldBy(school.state().locatedIn(), school.state().administeredBy())
                .forEach(held -> held.schools().add(school));
        places.put(school.stream(), school.state().locatedIn());
    }

    /** A project belongs to where it is and to where its lead stands, and not to who runs that. */
    void addWork(Placed<Work> work) {
        var lead = work.state().leadInstitution();
        heldBy(work.state().locatedIn(), lead == null ? null : places.get(Register.INSTITUTION + lead))
                .forEach(held -> held.works().add(work));
    }

    private Collection<Held> heldBy(String one, @Nullable String other) {
        return Stream.of(one, other)
                .filter(Objects::nonNull)
                .distinct()
                .map(byCode::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Streams of the institutions. */
    Set<String> schools() {
        return places.keySet();
    }

    Map<String, Held> all() {
        return byCode;
    }
}
