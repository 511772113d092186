package cn.chuyi.assessment.unit;

import cn.chuyi.kit.http.DivisionTree;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The divisions, as far as the registry's events have been read. */
@ApplicationScoped
public class Divisions implements DivisionTree {

    @Override
    @Transactional
    public @Nullable String parentOf(String code) {
        DivisionRow row = DivisionRow.findById(code);
        return row == null ? null : row.parent;
    }

    /** Cities and counties that exist on a day, by code. */
    @Transactional
    public List<Division> governments(LocalDate day) {
        return on(day, DivisionRow.list("level in ('CITY', 'COUNTY') order by code"));
    }

    /** Those of the codes that exist on a day, by code. */
    @Transactional
    public List<Division> of(Collection<String> codes, LocalDate day) {
        return on(day, DivisionRow.list("code in ?1 order by code", codes));
    }

    private static List<Division> on(LocalDate day, List<DivisionRow> rows) {
        var found = new ArrayList<Division>();
        for (DivisionRow row : rows) {
            if (row.existsOn(day)) {
                found.add(new Division(row.code, name(row.code, day), row.level, row.parent));
            }
        }
        return found;
    }

    private static String name(String code, LocalDate day) {
        DivisionNameRow latest = DivisionNameRow.find(
                        "code = ?1 and effectiveOn <= ?2 order by effectiveOn desc", code, day)
                .firstResult();
        return latest == null ? code : latest.name;
    }
}
